using System.Runtime.CompilerServices;

namespace Slackline.Timing;

/// <summary>
/// What the cells of one row say, apart from its description; NaN, <c>-1</c> and <see cref="Transition.None"/> where they are blank.
/// </summary>
internal struct RowCells
{
    /// <summary>Places in <see cref="Numbers"/>: the four that most tables have come first, so that they can be read together.</summary>
    public const int Capacitance = 0, Slew = 1, Delay = 2, Time = 3, Variation = 4;

    /// <summary>All cells blank.</summary>
    public static readonly RowCells Blank = MakeBlank();

    /// <summary>The columns of decimal numbers.</summary>
    public NumberCells Numbers;

    /// <summary>The text in brackets after a statistical slew.</summary>
    public Spread SlewSpread;

    /// <summary>The text in brackets after a statistical delay.</summary>
    public Spread DelaySpread;

    /// <summary>The text in brackets after a statistical time.</summary>
    public Spread TimeSpread;

    /// <summary>The Fanout column.</summary>
    public int Fanout;

    /// <summary>The text after the description, an id in the chunk's names.</summary>
    public int Attribute;

    /// <summary>The edge.</summary>
    public Transition Transition;

    /// <summary>The index of a column's number in <see cref="Numbers"/>; -1 for columns that are not among them.</summary>
    public static int IndexOf(ColumnKind column) => column switch
    {
        ColumnKind.Capacitance => Capacitance,
        ColumnKind.Slew => Slew,
        ColumnKind.Delay => Delay,
        ColumnKind.Time => Time,
        ColumnKind.Variation => Variation,
        _ => -1,
    };

    private static RowCells MakeBlank()
    {
        var cells = new RowCells
        {
            SlewSpread = Spread.None,
            DelaySpread = Spread.None,
            TimeSpread = Spread.None,
            Fanout = -1,
            Attribute = PathChunk.NoName,
        };

        // Not Span.Fill, which would have to be compiled first in every process.
        foreach (ref double number in (Span<double>)cells.Numbers)
        {
            number = double.NaN;
        }

        return cells;
    }

    /// <summary>Two groups of four, of which the last three are unused.</summary>
    [InlineArray(Length)]
    internal struct NumberCells
    {
        /// <summary>How many numbers.</summary>
        public const int Length = 8;

        private double _first;
    }
}
