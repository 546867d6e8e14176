namespace Slackline.Cli.Output;

/// <summary>Standard output cannot be written.</summary>
internal sealed class OutputException(string message, bool isReaderGone) : IOException(message)
{
    /// <summary>Whether the reader of the output has closed it.</summary>
    public bool IsReaderGone => isReaderGone;
}
