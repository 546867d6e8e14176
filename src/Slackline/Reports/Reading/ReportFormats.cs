using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Slackline.Reports.Checks;
using Slackline.Reports.Design;
using Slackline.Reports.Headings;
using Slackline.Reports.Paths;
using Slackline.Reports.Search;

namespace Slackline.Reports.Reading;

/// <summary>The kinds of reports that are known besides paths, the headings of lists of paths, and those of flows, in the order in which they are tried.</summary>
internal static class ReportFormats
{
    // What the first line of a report has. Most lines are no report's, and need not be shown to all formats.
    private static readonly Candidate[] s_all =
    [
        .. Starting(new EndListFormat(), "max_dela", "min_dela"),
        .. Starting(new SummaryListFormat(), "Startpoi"),
        .. Starting(new SlackListFormat(), "Group "),
        .. Starting(new JsonListFormat(), "{"),
        .. Starting(new NoPathsFormat(), "No paths"),
        .. Starting(new SectionHeadingFormat(), "==="),
        .. Starting(new CornerHeadingFormat(), "==="),
        .. Starting(new CreatedReportFormat(), "%OL_"),
        .. Starting(new SlackSummaryFormat(), "tns ", "wns ", "worst sl"),
        .. Starting(new CheckTableFormat(), "max", "min"),
        Indented(new CheckTableFormat(), "MR"),
        .. Starting(new LimitDetailsFormat(), "max", "min"),
        .. Starting(new CheckPathFormat(), "Pin: ", "Constrai"),
        .. Starting(new MinPeriodDetailFormat(), "Pin: "),
        .. Starting(new ClockSkewFormat(), "Clock "),
        .. Starting(new ClockLatencyFormat(), "Clock "),
        Having((byte)'=', new ClockMinPeriodFormat()),
        .. Starting(new ClockPropertiesFormat(), "Clock   "),
        .. Starting(new PinTimesFormat(), "(", "r "),
        Indented(new PinTimesFormat(), "(r"),
        Having((byte)'^', new PinSlewsFormat()),
        Having((byte)'>', new TimingEdgeFormat()),
        .. Starting(new ReportedUnitsFormat(), " time "),
        .. Starting(new PowerFormat(), "Group  "),
        Indented(new InstancePowerFormat(), "I"),
        .. Starting(new PowerJsonFormat(), "{"),
        .. Starting(new InstancePowerJsonFormat(), "["),
        .. Starting(new HistogramFormat(), "["),
        .. Starting(new CellUsageFormat(), "Cell typ"),
        .. Starting(new CellCountFormat(), "Cell usa"),
        .. Starting(new DesignAreaFormat(), "Design a"),
        .. Starting(new LongWireFormat(), "Driver "),
        Indented(new AnnotationFormat(), "N"),
        .. Starting(new ParasiticAnnotationFormat(), "Found "),
        .. Starting(new NetFormat(), "Net "),
        .. Starting(new InstanceFormat(), "Instance"),
        .. Starting(new LibraryCellFormat(), "Cell "),
        .. Starting(new PinFormat(), "Pin "),
        .. Starting(new DelayCalculationFormat(), "Library:"),
        .. Starting(new ActivityAnnotationFormat(), "v", "s", "i", "u"),
        Indented(new ActivityAnnotationFormat(), "vsiu"),
        .. Starting(new SetupFormat(), "Warning"),
        Having((byte)'=', new ConstantFormat()),
        new Candidate(new DisabledEdgesFormat()),
        .. Starting(new CombinationalLoopFormat(), " "),
        .. Starting(new TagListFormat(), "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        .. Starting(new TagGroupFormat(), "Group "),
        .. Starting(new TagArrivalsFormat(), "Vertex "),
        Having((byte)'/', new ClockInfoListFormat()),
        .. Starting(new LongestHashBucketFormat(), "Longest "),
        .. Starting(new TclListLineFormat(), "_", "{"),
    ];

    private static readonly SearchValues<byte> s_marks = SearchValues.Create([.. s_all.Where(static candidate => candidate.Mark != 0).Select(static candidate => candidate.Mark).Distinct()]);

    private static readonly Candidate[][] s_byFirst =
        [.. Enumerable.Range(0, 256).Select(static first => (Candidate[])[.. s_all.Where(candidate => candidate.MayBeginWith((byte)first))])];

    // For lines that begin with spaces: by their first other character.
    private static readonly Candidate[][] s_byFirstAfterSpaces =
        [.. Enumerable.Range(0, 256).Select(static first => (Candidate[])[.. s_byFirst[' '].Where(candidate => candidate.AfterSpaces is null || candidate.AfterSpaces.Contains((char)first))])];

    /// <summary>Those that may begin with a line, but for what is tried only where nothing else fits.</summary>
    public static Candidates For(ReadOnlySpan<byte> line) => new(line);

    private static IEnumerable<Candidate> Starting(ConfirmedFormat format, params string[] starts) => starts.Select(start => new Candidate(format, start));

    private static Candidate Indented(ConfirmedFormat format, string afterSpaces) => new(format, " ", afterSpaces: afterSpaces);

    private static Candidate Having(byte mark, ConfirmedFormat format) => new(format, mark: mark);

    // The first bytes of a line as a number, the rest of it zero.
    private static ulong Word(ReadOnlySpan<byte> line)
    {
        if (line.Length >= sizeof(ulong))
        {
            return MemoryMarshal.Read<ulong>(line);
        }

        Span<byte> start = stackalloc byte[sizeof(ulong)];
        start.Clear();
        line.CopyTo(start);
        return MemoryMarshal.Read<ulong>(start);
    }

    /// <summary>The formats that may begin with one line, in their order.</summary>
    internal ref struct Candidates(ReadOnlySpan<byte> line)
    {
        private readonly ReadOnlySpan<byte> _line = line;
        private readonly ulong _word = Word(line);
        private readonly bool _hasMark = line.ContainsAny(s_marks);
        private readonly Candidate[] _all = line.IsEmpty ? [] : line[0] != ' ' ? s_byFirst[line[0]] : s_byFirstAfterSpaces[line[Math.Max(line.IndexOfAnyExcept((byte)' '), 0)]];
        private int _next;

        /// <summary>The format found last.</summary>
        public ConfirmedFormat Current { get; private set; } = null!;

        /// <summary>Itself: it is its own enumerator.</summary>
        public readonly Candidates GetEnumerator() => this;

        /// <summary>Finds the next format.</summary>
        public bool MoveNext()
        {
            while (_next < _all.Length)
            {
                ref readonly Candidate candidate = ref _all[_next++];
                if ((_word & candidate.Mask) == candidate.Start && (candidate.Mark == 0 || (_hasMark && _line.Contains(candidate.Mark))))
                {
                    Current = candidate.Format;
                    return true;
                }
            }

            return false;
        }
    }

    // A format, and what a line must have to be tried as it: a beginning of at most eight characters, one of some characters after its
    // spaces, or a character anywhere.
    private readonly struct Candidate
    {
        public Candidate(ConfirmedFormat format, string start = "", string? afterSpaces = null, byte mark = 0)
        {
            AfterSpaces = afterSpaces;
            Format = format;
            Mark = mark;
            Start = Word(Encoding.ASCII.GetBytes(start));
            Mask = Word([.. Enumerable.Repeat(byte.MaxValue, start.Length)]);
        }

        public ConfirmedFormat Format { get; }

        public ulong Start { get; }

        public ulong Mask { get; }

        public string? AfterSpaces { get; }

        public byte Mark { get; }

        public bool MayBeginWith(byte first) => Mask == 0 || Word([first]) == (Start & Word([byte.MaxValue]));
    }
}
