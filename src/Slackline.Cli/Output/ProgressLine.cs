using System.Diagnostics;
using System.Globalization;
using Slackline.Service.Designs;
using Slackline.Service.Sources;
using Slackline.Streams;

namespace Slackline.Cli.Output;

/// <summary>When to show progress.</summary>
internal enum ProgressMode
{
    /// <summary>On a terminal.</summary>
    Auto,

    /// <summary>Always; a line each second where standard error is not a terminal on which a line can be taken back.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>One line on standard error that shows the progress of a query while it runs.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan s_onTerminal = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_inLog = TimeSpan.FromSeconds(1);

    private readonly PathSource _source;
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly bool _isTerminal = Terminal.CanErase;
    private readonly Lock _lock = new();
    private readonly Timer? _timer;
    private TimingPathStream? _stream;
    private bool _isShown;
    private bool _isDisposed;

    public ProgressLine(PathSource source, ProgressMode mode)
    {
        _source = source;
        if (mode == ProgressMode.Always || (mode == ProgressMode.Auto && _isTerminal))
        {
            TimeSpan period = _isTerminal ? s_onTerminal : s_inLog;
            _timer = new Timer(_ => Show(), null, period, period);
        }
    }

    /// <summary>Paths that passed the filter so far.</summary>
    public long Matched { get; set; }

    /// <summary>Whether a path came, matching or not.</summary>
    public bool HasPaths => _stream?.PathsRead > 0;

    /// <summary>Time since the query began.</summary>
    public TimeSpan Elapsed => _elapsed.Elapsed;

    /// <summary>The stream has begun.</summary>
    public void Begin(TimingPathStream stream) => _stream = stream;

    /// <summary>Prints something else on the same terminal: takes the line away first.</summary>
    public void Print(Action print)
    {
        using (Hide())
        {
            print();
        }
    }

    /// <summary>Takes the line away for as long as something else is printed on the same terminal.</summary>
    public Lock.Scope Hide()
    {
        Lock.Scope hidden = _lock.EnterScope();
        Erase();
        return hidden;
    }

    public void Dispose()
    {
        _timer?.Dispose();
        lock (_lock)
        {
            Erase();
            _isDisposed = true;
        }
    }

    private void Show()
    {
        lock (_lock)
        {
            if (_isDisposed)
            {
                return;
            }

            string text = Describe();
            if (_isTerminal)
            {
                int width = Math.Max(20, Terminal.ErrorWidth - 1);
                Console.Error.Write("\r\u001b[2K" + (text.Length > width ? text[..width] : text));
                _isShown = true;
            }
            else
            {
                Console.Error.WriteLine(text);
            }
        }
    }

    private void Erase()
    {
        if (_isShown)
        {
            Console.Error.Write("\r\u001b[2K");
            _isShown = false;
        }
    }

    private string Describe()
    {
        double seconds = Math.Max(_elapsed.Elapsed.TotalSeconds, 0.001);
        long paths = _stream?.PathsRead ?? 0;
        string tool = _source.Tool is { } activity
            ? $" | OpenSTA {ToolWords.Describe(activity, _stream?.PathsRead)}"
            : "";
        string progress = _source.Progress is { } far ? $" | {far}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{paths:N0} paths, {Matched:N0} matched{progress} | {paths / seconds:N0}/s | {seconds:0.0} s | engine {Environment.WorkingSet / 1e6:0} MB{tool}");
    }
}
