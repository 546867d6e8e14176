namespace Slackline.Cli.Output;

/// <summary>Standard output cannot be written.</summary>
internal sealed class OutputException(string message, bool isReaderGone) : IOException(message)
{
    /// <summary>Whether whoever read it has seen enough.</summary>
    public bool IsReaderGone => isReaderGone;
}
