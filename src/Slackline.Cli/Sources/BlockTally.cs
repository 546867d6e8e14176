using System.Globalization;
using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Reports.Data;
using Slackline.Reports.Paths;

namespace Slackline.Cli.Sources;

/// <summary>
/// Counts an output's blocks and keeps its first diagnostics of each severity, lines that are no report's and damages, each up to a bound.
/// </summary>
internal sealed class BlockTally : IReportSink
{
    private const int MaxKept = 20;
    private readonly Lock _lock = new();
    private readonly MessageTally _errors = new(MaxKept);
    private readonly MessageTally _warnings = new(MaxKept);
    private readonly MessageTally _infos = new(MaxKept);
    private readonly List<DamagedPlace> _damages = [];
    private readonly List<PrintedSlack> _slacks = [];
    private readonly SortedDictionary<string, long> _reports = new(StringComparer.Ordinal);
    private long _bytes;
    private long _lines;
    private bool _countsLines;
    private bool _knowsUnits;

    /// <summary>Bytes of output so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How many damaged places came; the first 20 are kept.</summary>
    public long DamageCount { get; private set; }

    /// <summary>
    /// The first errors, warnings and, if wanted, remarks: each once with how often it came, and how many others there were.
    /// </summary>
    /// <param name="least">The least severity that is wanted: OpenROAD makes remarks on everything that it does.</param>
    public IReadOnlyList<string> Messages(Severity least)
    {
        lock (_lock)
        {
            return [.. _errors.Lines, .. least <= Severity.Warning ? _warnings.Lines : [], .. least <= Severity.Info ? _infos.Lines : []];
        }
    }

    /// <summary>The first damaged places.</summary>
    public IReadOnlyList<DamagedPlace> Damages => Copy(_damages);

    /// <summary>The first of the slacks of whole designs that the reports print.</summary>
    public IReadOnlyList<PrintedSlack> Slacks => Copy(_slacks);

    /// <summary>How many such slacks came; the first 20 are kept.</summary>
    public long SlackCount { get; private set; }

    /// <summary>How many reports of each kind came that are no paths.</summary>
    public IReadOnlyDictionary<string, long> Reports => _reports;

    /// <summary>Whether it was said that there are no paths.</summary>
    public bool SaidNoPaths { get; private set; }

    /// <summary>How many paths came.</summary>
    public long PathCount { get; private set; }

    /// <summary>How many paths came before the output said what its numbers count.</summary>
    public long PathsWithoutUnits { get; private set; }

    /// <summary>The version of the tool, where the output begins with it; null where it does not say.</summary>
    public string? ToolVersion { get; private set; }

    /// <summary>The tool whose report it looks like, when that is one we do not read; null else.</summary>
    public string? ForeignTool { get; private set; }

    /// <summary>The text besides paths, for the output that prints it.</summary>
    public OtherText Others { get; } = new();

    /// <inheritdoc/>
    public bool WantsTextOfPaths => _countsLines;

    /// <summary>The other reports in words: <c>1 power report, 3 check_table reports</c>.</summary>
    public string DescribeReports() => string.Join(", ", _reports.Select(static kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value:N0} {kind.Key} report{(kind.Value == 1 ? "" : "s")}")));

    /// <summary>The tool whose report the last file looks like, which is forgotten with this.</summary>
    public string? TakeForeignTool()
    {
        string? tool = ForeignTool;
        ForeignTool = null;
        return tool;
    }

    /// <summary>Prints the damaged places on standard error, with their lines, and how many there are in all.</summary>
    /// <param name="name">What to call a source that is not a file.</param>
    public void TellDamages(string name)
    {
        using var lines = new LineNumbers();
        foreach (DamagedPlace place in Damages)
        {
            long? line = place.Line ?? (place.File.Length > 0 ? lines.Of(place.File, place.Start) : null);
            Console.Error.WriteLine($"slackline: {(place.File.Length > 0 ? place.File : name)}: {place.Describe(line)}.");
        }

        if (DamageCount > Damages.Count)
        {
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"slackline: {(name.Length > 0 ? name + ": " : "")}and {DamageCount - Damages.Count:N0} more damaged places ({DamageCount:N0} in all)."));
        }
    }

    /// <summary>Another file begins.</summary>
    /// <param name="countsLines">Whether lines are to be counted, since the input cannot be read a second time.</param>
    public void BeginFile(bool countsLines)
    {
        (_countsLines, _lines, _knowsUnits) = (countsLines, 0, false);
    }

    public void Accept(in ReportBlock block)
    {
        Interlocked.Add(ref _bytes, block.Length);
        long line = _lines + 1;
        if (_countsLines)
        {
            _lines += block.Text.Count((byte)'\n');
        }

        if (block.Kind == BlockKind.Path)
        {
            PathCount++;
            PathsWithoutUnits += _knowsUnits ? 0 : 1;
            Others.PassPath();
            return;
        }

        Others.Accept(block);
        if (block.Kind == BlockKind.Verbatim)
        {
            ForeignTool ??= ForeignReports.ToolOf(block.Text);
            ToolVersion ??= ToolVersions.Find(block.Text);
            if (block.Damage == Damage.None)
            {
                return;
            }
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
                Keep(_damages, new DamagedPlace(block.Context?.File ?? "", block.Damage, block.Offset, block.Offset + block.Text.Length, _countsLines ? line : null));
            }
            else if (block.Kind == BlockKind.Report)
            {
                Count(block.Report!, block.Context ?? ReportContext.None);
            }
        }
    }

    private void Count(Report report, ReportContext context)
    {
        switch (report)
        {
            case NoPaths:
                SaidNoPaths = true;
                return;
            case PathListHeading or JsonListHeading or JsonListEnd or ObjectLine or TclListLine:
                return;
            case ReportedUnits units when units.ToUnits() is not null:
                _knowsUnits = true;
                break;
            case SlackSummary slack:
                SlackCount++;
                Keep(_slacks, new PrintedSlack(slack, context));
                break;
        }

        string kind = ReportKinds.NameOf(report);
        _reports[kind] = _reports.GetValueOrDefault(kind) + (report.IsContinued ? 0 : 1);
    }

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
