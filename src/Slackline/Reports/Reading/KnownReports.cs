using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Slackline.Reports.Checks;
using Slackline.Reports.Design;
using Slackline.Reports.Headings;
using Slackline.Reports.Paths;
using Slackline.Reports.Search;

namespace Slackline.Reports.Reading;

/// <summary>
/// The readers of all known reports besides paths, of the headings of lists of paths and of flows' headings, in the order in which they are
/// tried.
/// </summary>
internal static class KnownReports
{
    // What the first line of a report has. Most lines begin no report, and are not shown to all readers.
    private static readonly Candidate[] s_all =
    [
        .. Starting(new EndListHeadingReader(), "max_dela", "min_dela"),
        .. Starting(new SummaryListHeadingReader(), "Startpoi"),
        .. Starting(new SlackListHeadingReader(), "Group "),
        .. Starting(new JsonListHeadingReader(), "{"),
        .. Starting(new NoPathsReader(), "No paths"),
        .. Starting(new SectionHeadingReader(), "==="),
        .. Starting(new CornerHeadingReader(), "==="),
        .. Starting(new CreatedReportReader(), "%OL_"),
        .. Starting(new SlackSummaryReader(), "tns ", "wns ", "worst sl"),
        .. Starting(new CheckTableReader(), "max", "min"),
        Indented(new CheckTableReader(), "MR"),
        .. Starting(new LimitDetailsReader(), "max", "min"),
        .. Starting(new CheckPathReader(), "Pin: ", "Constrai"),
        .. Starting(new MinPeriodDetailReader(), "Pin: "),
        .. Starting(new ClockSkewReader(), "Clock "),
        .. Starting(new ClockLatencyReader(), "Clock "),
        Having((byte)'=', new ClockMinPeriodReader()),
        .. Starting(new ClockPropertiesReader(), "Clock   "),
        .. Starting(new PinTimesReader(), "(", "r "),
        Indented(new PinTimesReader(), "(r"),
        Having((byte)'^', new PinSlewsReader()),
        Having((byte)'>', new TimingEdgeReader()),
        .. Starting(new ReportedUnitsReader(), " time "),
        .. Starting(new PowerReader(), "Group  "),
        Indented(new InstancePowerReader(), "I"),
        .. Starting(new PowerJsonReader(), "{"),
        .. Starting(new InstancePowerJsonReader(), "["),
        .. Starting(new HistogramReader(), "["),
        .. Starting(new CellUsageReader(), "Cell typ"),
        .. Starting(new CellCountReader(), "Cell usa"),
        .. Starting(new DesignAreaReader(), "Design a"),
        .. Starting(new LongWireReader(), "Driver "),
        Indented(new AnnotationReader(), "N"),
        .. Starting(new ParasiticAnnotationReader(), "Found "),
        .. Starting(new NetReader(), "Net "),
        .. Starting(new InstanceReader(), "Instance"),
        .. Starting(new LibraryCellReader(), "Cell "),
        .. Starting(new PinReader(), "Pin "),
        .. Starting(new DelayCalculationReader(), "Library:"),
        .. Starting(new ActivityAnnotationReader(), "v", "s", "i", "u"),
        Indented(new ActivityAnnotationReader(), "vsiu"),
        .. Starting(new SetupReader(), "Warning"),
        Having((byte)'=', new ConstantReader()),
        new Candidate(new DisabledEdgesReader()),
        .. Starting(new CombinationalLoopReader(), " "),
        .. Starting(new TagListReader(), "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
        .. Starting(new TagGroupReader(), "Group "),
        .. Starting(new TagArrivalsReader(), "Vertex "),
        Having((byte)'/', new ClockInfoListReader()),
        .. Starting(new LongestHashBucketReader(), "Longest "),
        .. Starting(new TclListLineReader(), "_", "{"),
    ];

    private static readonly SearchValues<byte> s_marks = SearchValues.Create(
        [.. s_all.Where(static candidate => candidate.Mark != 0).Select(static candidate => candidate.Mark).Distinct()]);

    private static readonly Candidate[][] s_byFirst =
        [.. Enumerable.Range(0, 256).Select(
            static first => (Candidate[])[.. s_all.Where(candidate => candidate.MayBeginWith((byte)first))])];

    // For lines that begin with spaces: by their first other character.
    private static readonly Candidate[][] s_byFirstAfterSpaces =
        [.. Enumerable.Range(0, 256).Select(
            static first =>
                (Candidate[])[.. s_byFirst[' '].Where(
                    candidate => candidate.AfterSpaces is null || candidate.AfterSpaces.Contains((char)first))])];

    /// <summary>
    /// The readers whose reports may begin with a line. Those that are tried only when nothing else fits are not among them.
    /// </summary>
    public static Candidates For(ReadOnlySpan<byte> line) => new(line);

    private static IEnumerable<Candidate> Starting(RoundTripReader reader, params string[] starts) =>
        starts.Select(start => new Candidate(reader, start));

    private static Candidate Indented(RoundTripReader reader, string afterSpaces) => new(reader, " ", afterSpaces: afterSpaces);

    private static Candidate Having(byte mark, RoundTripReader reader) => new(reader, mark: mark);

    // The first bytes of a line as a number, padded with zeros.
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

    /// <summary>The readers whose reports may begin with one line, in order.</summary>
    internal ref struct Candidates(ReadOnlySpan<byte> line)
    {
        private readonly ReadOnlySpan<byte> _line = line;
        private readonly ulong _word = Word(line);
        private readonly bool _hasMark = line.ContainsAny(s_marks);
        private readonly Candidate[] _all = line.IsEmpty
            ? []
            : line[0] != ' '
            ? s_byFirst[line[0]]
            : s_byFirstAfterSpaces[line[Math.Max(line.IndexOfAnyExcept((byte)' '), 0)]];
        private int _next;

        /// <summary>The reader found last.</summary>
        public RoundTripReader Current { get; private set; } = null!;

        /// <summary>Itself: it is its own enumerator.</summary>
        public readonly Candidates GetEnumerator() => this;

        /// <summary>Finds the next reader.</summary>
        public bool MoveNext()
        {
            while (_next < _all.Length)
            {
                ref readonly Candidate candidate = ref _all[_next++];
                if ((_word & candidate.Mask) == candidate.Start && (candidate.Mark == 0 || (_hasMark && _line.Contains(candidate.Mark))))
                {
                    Current = candidate.Reader;
                    return true;
                }
            }

            return false;
        }
    }

    // A reader, and what a line must have to be tried with it: a beginning of at most eight characters, one of several characters after its
    // spaces, or a character anywhere.
    private readonly struct Candidate
    {
        public Candidate(RoundTripReader reader, string start = "", string? afterSpaces = null, byte mark = 0)
        {
            AfterSpaces = afterSpaces;
            Reader = reader;
            Mark = mark;
            Start = Word(Encoding.ASCII.GetBytes(start));
            Mask = Word([.. Enumerable.Repeat(byte.MaxValue, start.Length)]);
        }

        public RoundTripReader Reader { get; }

        public ulong Start { get; }

        public ulong Mask { get; }

        public string? AfterSpaces { get; }

        public byte Mark { get; }

        public bool MayBeginWith(byte first) => Mask == 0 || Word([first]) == (Start & Word([byte.MaxValue]));
    }
}
