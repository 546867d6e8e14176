using System.IO.Hashing;
using Slackline.Reports;

namespace Slackline.Planning.Slices;

/// <summary>
/// Hands the blocks of several outputs to one sink, one at a time. What the command prints besides its paths, and every slice prints
/// again, is handed on once.
/// </summary>
internal sealed class SharedSink(IReportSink sink)
{
    private const int MaxRemembered = 10_000;

    private readonly Lock _lock = new();
    private readonly HashSet<ulong> _seen = [];

    /// <summary>For the output of a command, or of a survey, whose paths are not handed on.</summary>
    /// <param name="isFirst">Whether nothing of the command has been handed on yet.</param>
    /// <param name="isSurvey">Whether it is a survey; null until that is known, which it is before the first path comes.</param>
    public IReportSink Whole(bool isFirst, Func<bool?> isSurvey) => new Part(this, isSurvey, isFirst);

    /// <summary>For the output of a slice.</summary>
    public IReportSink Slice() => new Part(this, static () => false, isFirst: false);

    private void Accept(in ReportBlock block, bool isFirst)
    {
        lock (_lock)
        {
            if (block.Kind is BlockKind.Path or BlockKind.BlankLines || IsNew(block, isFirst))
            {
                sink.Accept(block);
            }
        }
    }

    private bool IsNew(in ReportBlock block, bool isFirst)
    {
        // That a slice has no paths does not concern the user.
        if (!isFirst && block.Text.StartsWith("No paths found."u8))
        {
            return false;
        }

        // Past the bound, a block is rather handed on twice than not at all.
        ulong hash = XxHash3.HashToUInt64(block.Text);
        bool isKnown = _seen.Count < MaxRemembered ? !_seen.Add(hash) : _seen.Contains(hash);
        return isFirst || !isKnown;
    }

    private sealed class Part(SharedSink shared, Func<bool?> isSurvey, bool isFirst) : IReportSink
    {
        private bool? _isSurvey;

        public void Accept(in ReportBlock block)
        {
            if (block.Kind == BlockKind.Path)
            {
                _isSurvey ??= isSurvey() ?? false;
            }

            if (_isSurvey != true || block.Kind is not (BlockKind.Path or BlockKind.BlankLines))
            {
                shared.Accept(block, isFirst);
            }
        }
    }
}
