namespace Slackline.Reports;

/// <summary>
/// A report that is no path: a typed model that holds everything the tool printed and none of its text. One record per kind, with its reader and its renderer beside it.
/// </summary>
public abstract record Report
{
    /// <summary>Whether its lines end in CR LF.</summary>
    public bool CarriageReturns { get; init; }

    /// <summary>Whether the text ended without a line end after its last line.</summary>
    public bool NoFinalLineEnd { get; init; }

    /// <summary>Appends the report as the tool prints it.</summary>
    public void Render(TextBuffer output)
    {
        var lines = new LineWriter(output, CarriageReturns);
        WriteLines(lines);
        if (NoFinalLineEnd)
        {
            lines.DropLastEnd();
        }
    }

    /// <summary>Writes the report's lines.</summary>
    internal abstract void WriteLines(LineWriter lines);
}
