using System.Globalization;

namespace Slackline.Sessions;

/// <summary>
/// A session's private directory for its FIFOs and its bootstrap script, removed with the session. Directories of sessions
/// whose process is gone (kill -9) are removed when the next session starts.
/// </summary>
internal sealed class SessionDirectory : IDisposable
{
    private const string Prefix = "slackline-";
    private int _names;

    public SessionDirectory()
    {
        try
        {
            RemoveAbandoned();
            Path = Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId}-").FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StaException($"No folder for OpenSTA's pipes can be made in {System.IO.Path.GetTempPath()}: {e.Message} Name a folder that you may write in $TMPDIR.", e);
        }
    }

    /// <summary>The directory; only its owner may enter.</summary>
    public string Path { get; }

    /// <summary>A file name in the directory that no other file has.</summary>
    public string NewName(string kind) =>
        System.IO.Path.Combine(Path, kind + Interlocked.Increment(ref _names).ToString(CultureInfo.InvariantCulture));

    /// <summary>Removes a file of a session, unless it went with the session's directory.</summary>
    public static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (DirectoryNotFoundException)
        {
            // As wanted.
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static void RemoveAbandoned()
    {
        foreach (string directory in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            string owner = System.IO.Path.GetFileName(directory)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out int process)
                && !Directory.Exists($"/proc/{process}"))
            {
                try
                {
                    Directory.Delete(directory, recursive: true);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    // Another session removes it at this moment, or it is another user's: not ours to insist.
                }
            }
        }
    }
}
