namespace Slackline.Sessions;

/// <summary>
/// A file or directory that may not be used to set up a session. The message is meant for the client that asked for it.
/// </summary>
/// <param name="path">The requested path.</param>
/// <param name="reason">Why not.</param>
public sealed class SetupPathException(string path, string reason) : StaException($"{path}: {reason}")
{
    /// <summary>The requested path.</summary>
    public string Path => path;
}
