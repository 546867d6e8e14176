using System.Buffers;
using System.IO.Pipelines;

namespace Slackline.Reports.Files;

/// <summary>
/// Reads a source on a separate thread, as far ahead as a bounded pipe allows, so that decompression and parsing run in parallel.
/// </summary>
internal sealed class ReadAheadStream : ForwardStream
{
    private const int BufferSize = 256 * 1024;

    private readonly Stream _source;
    private readonly Pipe _pipe = new(
        new PipeOptions(pauseWriterThreshold: 8 * BufferSize, resumeWriterThreshold: 4 * BufferSize, useSynchronizationContext: false));
    private readonly Task _reading;

    public ReadAheadStream(Stream source)
    {
        _source = source;
        _reading = Task.Factory.StartNew(ReadAhead, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public override int Read(Span<byte> buffer)
    {
        ReadResult result = _pipe.Reader.ReadAsync().AsTask().GetAwaiter().GetResult();
        int count = (int)Math.Min(buffer.Length, result.Buffer.Length);
        ReadOnlySequence<byte> piece = result.Buffer.Slice(0, count);
        piece.CopyTo(buffer);
        _pipe.Reader.AdvanceTo(piece.End);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pipe.Reader.Complete();
            _reading.Wait();
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private void ReadAhead()
    {
        try
        {
            bool isWanted = true;
            while (isWanted && _source.Read(_pipe.Writer.GetSpan(BufferSize)) is > 0 and int count)
            {
                _pipe.Writer.Advance(count);
                isWanted = !_pipe.Writer.FlushAsync().AsTask().GetAwaiter().GetResult().IsCompleted;
            }

            _pipe.Writer.Complete();
        }
#pragma warning disable CA1031 // Any fault is passed to the reader of the pipe.
        catch (Exception fault)
        {
            _pipe.Writer.Complete(fault);
        }
#pragma warning restore CA1031
    }
}
