using System.Globalization;
using System.Text;
using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Reports.Data;
using Slackline.Reports.Paths;

namespace Slackline.Service.Sources;

/// <summary>
/// What an output holds besides its paths: counts, and the first messages of each severity, damaged places, slacks of the whole design and,
/// if wanted, lines of other text, each up to a bound.
/// </summary>
/// <param name="keepsText">Whether lines of other text are kept.</param>
internal sealed class OutputSummary(bool keepsText = false) : IReportSink
{
    private const int MaxKept = 20;
    private const int LongestLine = 300;

    private readonly Lock _lock = new();
    private readonly MessageTally _errors = new(MaxKept);
    private readonly MessageTally _warnings = new(MaxKept);
    private readonly MessageTally _infos = new(MaxKept);
    private readonly MessageTally _texts = new(MaxKept);
    private readonly List<DamagedPlace> _damages = [];
    private readonly List<(SlackSummary Summary, ReportContext Context)> _slacks = [];
    private readonly SortedDictionary<string, long> _reports = new(StringComparer.Ordinal);
    private long _bytes;
    private long _lines;
    private bool _countsLines;
    private bool _knowsUnits;

    /// <summary>Bytes of output so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>How many damaged places there are; the first 20 are kept.</summary>
    public long DamageCount { get; private set; }

    /// <summary>The first of the slacks of whole designs that the reports print, and where each stands.</summary>
    public IReadOnlyList<(SlackSummary Summary, ReportContext Context)> Slacks
    {
        get
        {
            lock (_lock)
            {
                return [.. _slacks];
            }
        }
    }

    /// <summary>How many such slacks there are; the first 20 are kept.</summary>
    public long SlackCount { get; private set; }

    /// <summary>How many reports there are of each kind, paths not counted.</summary>
    public IReadOnlyDictionary<string, long> Reports => _reports;

    /// <summary>Whether the tool printed that there are no paths.</summary>
    public bool SaidNoPaths { get; private set; }

    /// <summary>How many paths there are.</summary>
    public long PathCount { get; private set; }

    /// <summary>How many paths were printed before the units of the numbers.</summary>
    public long PathsWithoutUnits { get; private set; }

    /// <summary>The version of the tool, where the output begins with it; otherwise null.</summary>
    public string? ToolVersion { get; private set; }

    /// <summary>Another tool, not OpenSTA or OpenROAD, whose report it looks like; otherwise null.</summary>
    public string? ForeignTool { get; private set; }

    /// <inheritdoc/>
    public bool WantsTextOfPaths => _countsLines;

    /// <summary>
    /// The first errors, warnings and, if wanted, remarks: each once with how often it was printed, and how many others there were.
    /// </summary>
    /// <param name="least">The least severity that is wanted: OpenROAD makes remarks on everything that it does.</param>
    public IReadOnlyList<string> Messages(Severity least)
    {
        lock (_lock)
        {
            return [.. _errors.Lines, .. least <= Severity.Warning ? _warnings.Lines : [], .. least <= Severity.Info ? _infos.Lines : []];
        }
    }

    /// <summary>The first lines of other text that are kept.</summary>
    public IReadOnlyList<string> Texts
    {
        get
        {
            lock (_lock)
            {
                return _texts.Lines;
            }
        }
    }

    /// <summary>The other reports in words: <c>1 power report, 3 check_table reports</c>; empty without any.</summary>
    public string DescribeReports()
    {
        lock (_lock)
        {
            return string.Join(", ", _reports.Select(static kind => string.Create(
                CultureInfo.InvariantCulture, $"{kind.Value:N0} {kind.Key} report{(kind.Value == 1 ? "" : "s")}")));
        }
    }

    /// <summary>The first damaged places in words, with their lines where these are known, and how many there are in all.</summary>
    /// <param name="name">The name of a source that is not a file; empty for none.</param>
    public IReadOnlyList<string> DescribeDamages(string name)
    {
        DamagedPlace[] places;
        lock (_lock)
        {
            places = [.. _damages];
        }

        using var lines = new LineNumbers();
        List<string> described = [.. places.Select(place => Named(place.File.Length > 0 ? place.File : name, place.Describe(lines)))];
        if (DamageCount > places.Length)
        {
            described.Add(Named(name, string.Create(
                CultureInfo.InvariantCulture, $"and {DamageCount - places.Length:N0} more damaged places ({DamageCount:N0} in all)")));
        }

        return described;

        static string Named(string name, string text) => name.Length > 0 ? $"{name}: {text}" : text;
    }

    /// <summary>The other tool whose report the last file looks like; it is forgotten with this call.</summary>
    public string? TakeForeignTool()
    {
        string? tool = ForeignTool;
        ForeignTool = null;
        return tool;
    }

    /// <summary>Another file begins.</summary>
    /// <param name="countsLines">Whether lines are counted, because the input cannot be read a second time.</param>
    public void BeginFile(bool countsLines) => (_countsLines, _lines, _knowsUnits) = (countsLines, 0, false);

    /// <inheritdoc/>
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
            return;
        }

        if (block.Kind == BlockKind.Verbatim)
        {
            ForeignTool ??= ForeignReports.FindTool(block.Text);
            ToolVersion ??= ToolVersions.Find(block.Text);
        }

        bool isText = keepsText && block.IsText && block.Report is not (PathListHeading or JsonListHeading or JsonListEnd);
        if (block.Diagnostic is null && block.Damage == Damage.None && block.Report is null && !isText)
        {
            return;
        }

        lock (_lock)
        {
            if (block.Diagnostic is { } diagnostic)
            {
                MessageTally tally = diagnostic.Severity switch { Severity.Error => _errors, Severity.Warning => _warnings, _ => _infos };
                tally.Add(Shorten(diagnostic.ToString()));
            }
            else if (block.Damage != Damage.None)
            {
                DamageCount++;
                long end = block.Offset + block.Text.Length;
                Keep(_damages, new DamagedPlace(block.Context?.File ?? "", block.Damage, block.Offset, end, _countsLines ? line : null));
            }
            else
            {
                if (isText && Encoding.UTF8.GetString(block.Text).Trim() is { Length: > 0 } text)
                {
                    _texts.Add(Shorten(text));
                }

                if (block.Kind == BlockKind.Report)
                {
                    Count(block.Report!, block.Context ?? ReportContext.None);
                }
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
                Keep(_slacks, (slack, context));
                break;
        }

        string kind = ReportKinds.NameOf(report);
        _reports[kind] = _reports.GetValueOrDefault(kind) + (report.IsContinued ? 0 : 1);
    }

    private string Shorten(string text) => keepsText && text.Length > LongestLine ? text[..LongestLine] + "…" : text;

    private static void Keep<T>(List<T> list, T item)
    {
        if (list.Count < MaxKept)
        {
            list.Add(item);
        }
    }
}
