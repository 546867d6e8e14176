using Slackline.Reports;

namespace Slackline.Planning;

/// <summary>
/// Hands the blocks of several outputs to one sink, one at a time. What the command prints besides its paths, and every slice prints again, is handed on once.
/// </summary>
internal sealed class SharedSink(IReportSink sink)
{
    // Scripts that print more besides their paths than this are not run in slices by anyone.
    private const int MaxRemembered = 10_000;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = [];

    /// <summary>For the output of a command that runs first, and may turn out to be a survey, whose paths are nobody's.</summary>
    public IReportSink First(Func<bool?> isSurvey) => new Part(this, isSurvey, isFirst: true);

    /// <summary>For the output of a slice.</summary>
    public IReportSink Slice() => new Part(this, static () => false, isFirst: false);

    private void Accept(in ReportBlock block, bool isFirst)
    {
        lock (_lock)
        {
            if (block.Kind is BlockKind.Path or BlockKind.BlankLines || IsNew(block) || isFirst)
            {
                sink.Accept(block);
            }
        }
    }

    private bool IsNew(in ReportBlock block)
    {
        // A slice without paths is none of the user's.
        if (block.Kind == BlockKind.Verbatim && block.Text.StartsWith("No paths found."u8))
        {
            return false;
        }

        return _seen.Count < MaxRemembered && _seen.Add(System.Text.Encoding.UTF8.GetString(block.Text));
    }

    private sealed class Part(SharedSink shared, Func<bool?> isSurvey, bool isFirst) : IReportSink
    {
        // Not known before the search for paths has begun.
        private bool? _isSurvey;

        public void Accept(in ReportBlock block)
        {
            if (block.Kind is BlockKind.Path or BlockKind.BlankLines && (_isSurvey ??= isSurvey()) == true)
            {
                return;
            }

            shared.Accept(block, isFirst);
        }
    }
}
