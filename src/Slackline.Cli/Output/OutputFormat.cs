namespace Slackline.Cli.Output;

/// <summary>How a result is printed.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Table,

    /// <summary>For programs: a JSON object on each line.</summary>
    Ndjson,

    /// <summary>For spreadsheets: comma-separated values below a line of titles.</summary>
    Csv,

    /// <summary>For programs: checked frames of Arrow batches, with an end mark.</summary>
    Frames,

    /// <summary>No paths: only the id of the stream that they are kept as.</summary>
    None,
}
