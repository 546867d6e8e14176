namespace Slackline.Service.Sources;

/// <summary>
/// Finds the numbers of lines in a file that is not compressed, going through it once: places are asked for in their order.
/// </summary>
internal sealed class LineNumbers : IDisposable
{
    private readonly byte[] _buffer = new byte[256 * 1024];
    private FileStream? _file;
    private string _name = "";
    private long _offset;
    private long _line;

    /// <summary>The number of the line that an offset is in, from 1 on; null when the file cannot be read any more.</summary>
    public long? Of(string file, long offset)
    {
        try
        {
            if (_file is null || _name != file || offset < _offset)
            {
                _file?.Dispose();
                _file = new FileStream(file, new FileStreamOptions { BufferSize = 0, Options = FileOptions.SequentialScan });
                (_name, _offset, _line) = (file, 0, 1);
            }

            while (_offset < offset)
            {
                int read = _file.Read(_buffer, 0, (int)Math.Min(_buffer.Length, offset - _offset));
                if (read == 0)
                {
                    return null;
                }

                _line += _buffer.AsSpan(0, read).Count((byte)'\n');
                _offset += read;
            }

            return _line;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => _file?.Dispose();
}
