using System.Text.Json.Serialization;

namespace Slackline.Reports;

/// <summary>
/// A report other than a path: a typed model that holds everything the tool printed, and none of its text. One record per kind, with its
/// reader and its renderer beside it.
/// </summary>
public abstract record Report
{
    /// <summary>Whether its lines end in CR LF.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>Whether the text ended without a line end after its last line.</summary>
    public bool NoFinalLineEnd { get; init; }

    /// <summary>Whether these are further rows of the table before: a long table comes in parts, so that it is never held whole.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsContinued { get; init; }

    /// <summary>Appends the report as the tool prints it.</summary>
    internal void Render(TextBuffer output)
    {
        var lines = new LineWriter(output, CarriageReturns);
        WriteLines(lines);
        if (NoFinalLineEnd)
        {
            lines.DropLastEnd();
        }
    }

    /// <summary>Rows in a part of a long table.</summary>
    internal const int MaxRows = 2000;

    /// <summary>The reader of the rows that may follow; null when these are all.</summary>
    internal virtual RoundTripReader? MoreRows => null;

    /// <summary>Writes the report's lines.</summary>
    internal abstract void WriteLines(LineWriter lines);
}
