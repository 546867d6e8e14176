using System.Runtime.CompilerServices;

namespace Slackline.Timing;

/// <summary>What the cells of one row say, apart from its description; NaN, <c>-1</c> and <see cref="Transition.None"/> where they are blank.</summary>
internal struct RowCells
{
    /// <summary>Places in <see cref="Numbers"/>: the four that most tables have come first, so that they can be read together.</summary>
    public const int Capacitance = 0, Slew = 1, Delay = 2, Time = 3, Variation = 4;

    /// <summary>Places in <see cref="Numbers"/> of what stands in brackets behind a mean.</summary>
    public const int SlewSigma = 5, DelaySigma = 6, TimeSigma = 7;

    /// <summary>All cells blank.</summary>
    public static readonly RowCells Blank = MakeBlank();

    /// <summary>The columns of decimal numbers.</summary>
    public NumberCells Numbers;

    /// <summary>The Fanout column.</summary>
    public int Fanout;

    /// <summary>The text behind the description, an id in the chunk's names.</summary>
    public int Attribute;

    /// <summary>The edge.</summary>
    public Transition Transition;

    /// <summary>Where the number of a column stands in <see cref="Numbers"/>; -1 for columns that are not among them.</summary>
    public static int IndexOf(ColumnKind column) => column switch
    {
        ColumnKind.Capacitance => Capacitance,
        ColumnKind.Slew => Slew,
        ColumnKind.Delay => Delay,
        ColumnKind.Time => Time,
        ColumnKind.Variation => Variation,
        _ => -1,
    };

    /// <summary>Where the standard deviation of a number at this place stands; -1 for numbers that have none.</summary>
    public static int SigmaOf(int number) => number switch
    {
        Slew => SlewSigma,
        Delay => DelaySigma,
        Time => TimeSigma,
        _ => -1,
    };

    private static RowCells MakeBlank()
    {
        var cells = new RowCells { Fanout = -1, Attribute = PathChunk.NoName };
        ((Span<double>)cells.Numbers).Fill(double.NaN);
        return cells;
    }

    /// <summary>Two groups of four; the last three are only read from numbers that have them.</summary>
    [InlineArray(Length)]
    internal struct NumberCells
    {
        /// <summary>How many numbers.</summary>
        public const int Length = 8;

        private double _first;
    }
}
