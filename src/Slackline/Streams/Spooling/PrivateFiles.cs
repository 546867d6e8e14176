namespace Slackline.Streams.Spooling;

/// <summary>Files and folders that only their owner can read: a spool holds confidential design data.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode FolderMode700 = FileMode600 | UnixFileMode.UserExecute;

    /// <summary>Makes a folder, and those above it that are missing.</summary>
    public static void CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, FolderMode700);
        }
    }

    /// <summary>Opens a file without a buffer.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share = FileShare.ReadWrite | FileShare.Delete)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode is FileMode.CreateNew or FileMode.Create or FileMode.OpenOrCreate)
        {
            options.UnixCreateMode = FileMode600;
        }

        return new FileStream(path, options);
    }

    /// <summary>Writes a small file so that it is there whole or not at all.</summary>
    public static void WriteWhole(string path, ReadOnlySpan<byte> bytes)
    {
        string unfinished = path + ".new";
        try
        {
            using (FileStream file = Open(unfinished, FileMode.Create, FileAccess.Write))
            {
                file.Write(bytes);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
