using System.Buffers.Text;
using Microsoft.Win32.SafeHandles;

namespace Slackline.Sessions;

/// <summary>The state of a tool's process, as the operating system sees it.</summary>
public enum ToolState
{
    /// <summary>It has ended.</summary>
    Exited,

    /// <summary>It waits for a request.</summary>
    Idle,

    /// <summary>It computes.</summary>
    Computing,

    /// <summary>It waits until what it printed has been read: backpressure.</summary>
    Blocked,

    /// <summary>It was stopped by a signal.</summary>
    Stopped,
}

/// <summary>A look at a tool's process.</summary>
/// <param name="State">What it does.</param>
/// <param name="ResidentBytes">Memory that it has in RAM, in bytes.</param>
public readonly record struct ToolActivity(ToolState State, long ResidentBytes)
{
    // A process's state and name are in the first hundred bytes.
    private const int SmallFile = 512;

    /// <summary>Looks at a process; it is only seen in <c>/proc</c>.</summary>
    public static ToolActivity Of(int process)
    {
        char letter = StateLetterOf(process);
        if (letter is 'Z' or 'X')
        {
            return new ToolActivity(ToolState.Exited, 0);
        }

        ToolState state = letter switch
        {
            'R' or 'D' => ToolState.Computing,
            'T' or 't' => ToolState.Stopped,
            _ => IsWriting(process) ? ToolState.Blocked : ToolState.Idle,
        };
        return new ToolActivity(state, SizeOf(process, column: 1));
    }

    /// <summary>This process and one forked from it together: the busier state, and memory without what the two share.</summary>
    /// <param name="child">The other process.</param>
    /// <param name="shared">Memory of the process that was forked, in bytes.</param>
    internal ToolActivity With(ToolActivity child, long shared)
    {
        ToolState state = State is ToolState.Computing or ToolState.Exited || child.State is ToolState.Idle or ToolState.Exited
            ? State
            : child.State;
        return new ToolActivity(state, ResidentBytes + Math.Max(0, child.ResidentBytes - shared));
    }

    /// <summary>Whether a process has ended: is gone, or waits to be reaped.</summary>
    internal static bool HasExited(int process) => StateLetterOf(process) is 'Z' or 'X';

    /// <summary>The size of a process's address space, in bytes; 0 when there is no such process.</summary>
    internal static long VirtualBytesOf(int process) => SizeOf(process, column: 0);

    // A column of /proc/PID/statm, in bytes: the address space, what of it is in RAM, ...
    private static long SizeOf(int process, int column)
    {
        Span<byte> buffer = stackalloc byte[SmallFile];
        ReadOnlySpan<byte> sizes = ReadSmall($"/proc/{process}/statm", buffer);
        foreach (Range size in sizes.Split((byte)' '))
        {
            if (column-- == 0)
            {
                return Utf8Parser.TryParse(sizes[size], out long pages, out _) ? pages * Environment.SystemPageSize : 0;
            }
        }

        return 0;
    }

    // Whether a sleeping process is in the system call write (1), or known to wait for room in a pipe: which of the two files may be read
    // depends on the machine.
    private static bool IsWriting(int process)
    {
        Span<byte> buffer = stackalloc byte[SmallFile];
        return ReadSmall($"/proc/{process}/syscall", buffer).StartsWith("1 "u8)
            || ReadSmall($"/proc/{process}/wchan", buffer).IndexOf("pipe_write"u8) >= 0;
    }

    // The kernel's letter for the process's state, which follows its name in brackets; X for a process that is gone.
    private static char StateLetterOf(int process)
    {
        Span<byte> buffer = stackalloc byte[SmallFile];
        ReadOnlySpan<byte> status = ReadSmall($"/proc/{process}/stat", buffer);
        int afterName = status.LastIndexOf((byte)')') + 2;
        return afterName < 2 || afterName >= status.Length ? 'X' : (char)status[afterName];
    }

    // The beginning of a file; empty when it cannot be read. It is looked at several times a second while a tool is awaited: hardly
    // anything is allocated.
    private static ReadOnlySpan<byte> ReadSmall(string file, Span<byte> buffer)
    {
        try
        {
            using SafeFileHandle handle = File.OpenHandle(file);
            return buffer[..RandomAccess.Read(handle, buffer, 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return default;
        }
    }
}
