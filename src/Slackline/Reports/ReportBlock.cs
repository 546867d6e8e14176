using Slackline.Timing;

namespace Slackline.Reports;

/// <summary>What a block of a tool's output is.</summary>
public enum BlockKind
{
    /// <summary>A timing path, with the empty lines before it.</summary>
    Path,

    /// <summary>A report of another kind.</summary>
    Report,

    /// <summary>Empty lines that end a parsed report.</summary>
    BlankLines,

    /// <summary>A warning, an error or another message of the tool.</summary>
    Diagnostic,

    /// <summary>Text of no known kind, kept as it is.</summary>
    Verbatim,

    /// <summary>A heading that a flow's script prints above reports: a <see cref="Headings.FlowHeading"/>.</summary>
    Heading,
}

/// <summary>What is wrong with a block of text that began as a report.</summary>
public enum Damage
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A line in it is not as the tool prints it. The block ends before that line.</summary>
    Broken,

    /// <summary>The text ends inside it.</summary>
    Cut,

    /// <summary>
    /// It has the mark of a path (<c>Startpoint:</c>, <c>Path Group:</c>, <c>slack (</c>) but does not belong to a path that was read.
    /// </summary>
    Unread,

    /// <summary>It is the beginning of a report that is too long to be held in memory.</summary>
    TooLong,
}

/// <summary>
/// One block of a tool's output. Blocks laid end to end are the output, byte for byte. Valid only during the call that hands it over.
/// </summary>
public readonly ref struct ReportBlock
{
    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Where it begins: bytes from the start of the output.</summary>
    public required long Offset { get; init; }

    /// <summary>How many bytes it has.</summary>
    public required int Length { get; init; }

    /// <summary>
    /// Its bytes. Those of a path are certain to be there only if the sink sets <see cref="IReportSink.WantsTextOfPaths"/>.
    /// </summary>
    public ReadOnlySpan<byte> Text { get; init; }

    /// <summary>The path, if it is one.</summary>
    public TimingPath Path { get; init; }

    /// <summary>The report, if it is a report other than a path, or the heading.</summary>
    public Report? Report { get; init; }

    /// <summary>The diagnostic, if it is one.</summary>
    public Diagnostic? Diagnostic { get; init; }

    /// <summary>Whether it is to be read as plain text: of no known kind, a heading, or names and numbers that a script printed.</summary>
    public bool IsText => Kind is BlockKind.Verbatim or BlockKind.Heading || Report is ObjectLine;

    /// <summary>Its file, section and corner, as far as headings name them; null where they are not tracked.</summary>
    public ReportContext? Context { get; init; }

    /// <summary>What is wrong with verbatim text that began as a report.</summary>
    public Damage Damage { get; init; }
}

/// <summary>Takes the blocks of a tool's output in their order.</summary>
public interface IReportSink
{
    /// <summary>Whether it looks at the text of paths. Where paths are read out of order, their text is kept only if it does.</summary>
    bool WantsTextOfPaths => false;

    /// <summary>Takes the next block. The sink must copy the text if it needs it after the call.</summary>
    void Accept(in ReportBlock block);
}
