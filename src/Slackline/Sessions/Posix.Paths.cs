using System.Runtime.InteropServices;
using System.Text;

namespace Slackline.Sessions;

/// <summary>Resolves the file that a path leads to.</summary>
internal static partial class Posix
{
    // PATH_MAX; AT_FDCWD, AT_SYMLINK_NOFOLLOW; struct statx and its stx_mode, the same on every architecture.
    private const int LongestPath = 4096;
    private const int CurrentDirectory = -100;
    private const int NoFollow = 0x100;
    private const uint StatusTypeAndMode = 3;
    private const int StatusBytes = 256;
    private const int StatusModeOffset = 28;

    /// <summary>The kinds of file at a path.</summary>
    public enum FileKind
    {
        Other = 0,
        Directory = 0x4000,
        Regular = 0x8000,
    }

    /// <summary>The path without links, '.' and '..'; null when there is nothing there.</summary>
    public static string? RealPath(string path)
    {
        byte[] resolved = new byte[LongestPath];
        return ResolvePath(path, ref resolved[0]) == 0 ? null : Encoding.UTF8.GetString(resolved, 0, Array.IndexOf(resolved, (byte)0));
    }

    /// <summary>The kind and the permissions of a file, without following a final link; null when the file does not exist.</summary>
    public static (FileKind Kind, UnixFileMode Mode)? Status(string path)
    {
        byte[] status = new byte[StatusBytes];
        if (StatusOf(CurrentDirectory, path, NoFollow, StatusTypeAndMode, ref status[0]) != 0)
        {
            return null;
        }

        int mode = BitConverter.ToUInt16(status, StatusModeOffset);
        FileKind kind = (FileKind)(mode & 0xF000);
        return (kind is FileKind.Directory or FileKind.Regular ? kind : FileKind.Other, (UnixFileMode)(mode & 0xFFF));
    }

    [LibraryImport("libc", EntryPoint = "realpath", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint ResolvePath(string path, ref byte resolved);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatusOf(int directory, string path, int flags, uint mask, ref byte status);
}
