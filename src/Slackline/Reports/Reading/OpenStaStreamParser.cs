using Slackline.Timing;

namespace Slackline.Reports.Reading;

/// <summary>
/// Reads the paths of a tool's output from a stream of bytes, chunk by chunk, while the tool is still printing. Holds one chunk and the
/// bytes of one block at a time. Every block, paths included, goes to the sink.
/// </summary>
public sealed class OpenStaStreamParser : IReportParser
{
    // A chunk that holds paths waits no longer than this for more.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly Stream _source;
    private readonly IReportSink _sink;
    private readonly ReportReader _reader;
    private readonly TextWindow _window = new(TextWindow.DefaultSize);
    private bool _isFinal;

    // A long block that is not whole is read again only when half as much more has come, since each attempt reads it from its beginning.
    private const int LongBlock = 64 * 1024;
    private int _wanted;

    /// <summary>A parser of one output.</summary>
    /// <param name="source">The tool's output; read to its end.</param>
    /// <param name="sink">Takes all blocks in order, on the reading thread.</param>
    /// <param name="units">The units of the tool: numbers in text are in them, and JSON's seconds and farads are
    /// converted into them.</param>
    /// <param name="limits">Bounds on lines and blocks; null for the defaults.</param>
    /// <param name="context">What is known of the whole output; null if nothing is known.</param>
    public OpenStaStreamParser(
        Stream source, IReportSink sink, TimingUnits units, ReportReaderLimits? limits = null, ReportContext? context = null)
    {
        _source = source;
        _sink = new ContextSink(sink, context ?? ReportContext.None);
        _reader = new ReportReader(units, limits);
    }

    /// <summary>Bytes read from the source so far.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>
    /// Fills <paramref name="chunk"/> with the next paths: as many as fit, or fewer when it holds some and no bytes are available, or when
    /// the output ends. Returns false at the end of the output.
    /// </summary>
    /// <exception cref="IOException">The source could not be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public bool Fill(PathChunk chunk, CancellationToken cancellation = default)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            ReadOutcome outcome = _reader.Read(_window.Text, _isFinal, chunk, _sink, out int consumed);
            _window.Skip(consumed);
            if (outcome == ReadOutcome.ChunkFull)
            {
                return true;
            }

            _wanted = _window.Text.Length >= LongBlock ? _window.Text.Length * 3 / 2 : 0;

            if (_isFinal)
            {
                return false;
            }

            if (chunk.Count > 0 && _source is IReadiness source && !source.WaitForData(s_patience))
            {
                return true;
            }

            Receive();
        }
    }

    bool IReportParser.Fill(ref PathChunk chunk, CancellationToken cancellation) => Fill(chunk, cancellation);

    private void Receive()
    {
        do
        {
            int received = _source.Read(_window.MakeRoom());
            _window.Add(received);
            BytesReceived += received;
            _isFinal = received == 0;
        }
        while (!_isFinal && _window.Text.Length < _wanted);
    }
}
