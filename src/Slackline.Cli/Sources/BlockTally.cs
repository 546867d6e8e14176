using System.Text;
using Slackline.Reports;
using Slackline.Reports.Paths;

namespace Slackline.Cli.Sources;

/// <summary>Counts an output's blocks and keeps its first diagnostics of each severity, lines that are no report's and damages, each up to a bound.</summary>
internal sealed class BlockTally : IReportSink
{
    private const int MaxKept = 20;
    private readonly Lock _lock = new();
    private readonly MessageTally _errors = new(MaxKept);
    private readonly MessageTally _warnings = new(MaxKept);
    private readonly MessageTally _infos = new(MaxKept);
    private readonly List<string> _damages = [];
    private readonly List<string> _remarks = [];
    private long _bytes;

    /// <summary>Bytes of output so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How many damaged places came; the first 20 are kept.</summary>
    public long DamageCount { get; private set; }

    /// <summary>The first errors, warnings and, if wanted, remarks: each once with how often it came, and how many others there were.</summary>
    /// <param name="least">The least severity that is wanted: OpenROAD makes remarks on everything that it does.</param>
    public IReadOnlyList<string> Messages(Severity least)
    {
        lock (_lock)
        {
            return [.. _errors.Lines, .. least <= Severity.Warning ? _warnings.Lines : [], .. least <= Severity.Info ? _infos.Lines : []];
        }
    }

    /// <summary>The first damages, as sentences with their byte offset.</summary>
    public IReadOnlyList<string> Damages => Copy(_damages);

    /// <summary>The first lines that belong to no report or name objects, and that no paths were found.</summary>
    public IReadOnlyList<string> Remarks => Copy(_remarks);

    public void Accept(in ReportBlock block)
    {
        Interlocked.Add(ref _bytes, block.Length);
        if (block.Kind == BlockKind.Path)
        {
            return;
        }

        lock (_lock)
        {
            if (block.Diagnostic is { } diagnostic)
            {
                MessageTally tally = diagnostic.Severity switch { Severity.Error => _errors, Severity.Warning => _warnings, _ => _infos };
                tally.Add(diagnostic.ToString());
            }
            else if (block.Damage != Damage.None)
            {
                DamageCount++;
                Keep(_damages, Describe(block));
            }
            else if (block.Report is NoPaths || (block.IsText && !block.Text.TrimEnd("\r\n"u8).IsEmpty))
            {
                Keep(_remarks, Encoding.UTF8.GetString(block.Text[..Math.Min(block.Text.Length, 200)].TrimEnd("\r\n"u8)));
            }
        }
    }

    private static string Describe(in ReportBlock block) => block.Damage == Damage.Cut
        ? $"the report ends inside a path, at byte {block.Offset + block.Text.Length} (the path begins at byte {block.Offset})"
        : $"the path at byte {block.Offset} breaks off at byte {block.Offset + block.Text.Length}; its text is not counted as a path";

    private static void Keep<T>(List<T> list, T item)
    {
        if (list.Count < MaxKept)
        {
            list.Add(item);
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }
}
