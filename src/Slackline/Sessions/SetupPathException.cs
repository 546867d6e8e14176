namespace Slackline.Sessions;

/// <summary>A file or directory that may not be used to set up a session. The message is meant for whoever asked for it.</summary>
/// <param name="path">What was asked for.</param>
/// <param name="reason">Why not.</param>
public sealed class SetupPathException(string path, string reason) : StaException($"{path}: {reason}")
{
    /// <summary>What was asked for.</summary>
    public string Path => path;
}
