using Slackline.Reports;
using Slackline.Reports.Paths;

namespace Slackline.Cli.Output;

/// <summary>
/// Text that a command printed besides paths and messages, as the tool printed it: reports of other kinds, and other text. Text before
/// the first path is written at once, the rest after the paths; until then it is held, in a file when it is long.
/// </summary>
/// <param name="target">Where it goes.</param>
/// <param name="hide">Hides the line of progress meanwhile.</param>
internal sealed class OtherText(Stream target, HideProgress hide) : IReportSink, IDisposable
{
    private const int MaxInMemory = 1_000_000;

    private readonly Lock _lock = new();
    private Stream? _held;
    private bool _hasPaths;
    private bool _isAfterPath;

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        if (block.Kind == BlockKind.Path)
        {
            _hasPaths = _isAfterPath = true;
            return;
        }

        // Headings of lists belong to the paths, and so do the empty lines after a path.
        bool isOfPaths = block.Kind == BlockKind.Diagnostic || block.Report is PathListHeading or JsonListHeading or JsonListEnd
            || (_isAfterPath && block.Text.TrimEnd("\r\n"u8).IsEmpty);
        if (isOfPaths)
        {
            return;
        }

        _isAfterPath = false;
        lock (_lock)
        {
            if (_hasPaths)
            {
                Hold(block.Text);
                return;
            }
        }

        using (hide())
        {
            target.Write(block.Text);
        }
    }

    /// <summary>Writes the held text, once the paths are printed.</summary>
    public void Release()
    {
        lock (_lock)
        {
            if (_held is not null)
            {
                _held.Position = 0;
                _held.CopyTo(target);
                _held.Dispose();
                _held = null;
            }
        }
    }

    public void Dispose() => _held?.Dispose();

    private void Hold(ReadOnlySpan<byte> text)
    {
        _held ??= new MemoryStream();
        if (_held is MemoryStream memory && memory.Length + text.Length > MaxInMemory)
        {
            // It is made for the user alone.
            _held = new FileStream(Path.GetTempFileName(), new FileStreamOptions
            {
                Mode = FileMode.Open,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
            });
            memory.WriteTo(_held);
        }

        _held.Write(text);
    }
}

/// <summary>Takes the line of progress off the terminal until the result is disposed of.</summary>
internal delegate Lock.Scope HideProgress();
