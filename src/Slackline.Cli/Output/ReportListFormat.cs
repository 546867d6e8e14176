namespace Slackline.Cli.Output;

/// <summary>How reports are listed.</summary>
internal enum ReportListFormat
{
    /// <summary>One line each, for people.</summary>
    Table,

    /// <summary>One line of JSON each, with its data.</summary>
    Ndjson,

    /// <summary>Each as it was printed, under a line that says where.</summary>
    Text,
}
