using System.Globalization;

namespace Slackline.Sessions;

/// <summary>What a tool's process is doing, as the operating system sees it.</summary>
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
    /// <summary>Looks at a process; it is only seen in <c>/proc</c>.</summary>
    public static ToolActivity Of(int process)
    {
        string directory = $"/proc/{process}";
        char letter = StateLetterOf(process);
        if (letter is 'Z' or 'X')
        {
            return new ToolActivity(ToolState.Exited, 0);
        }

        string[] memory = ReadSmall($"{directory}/statm").Split(' ');
        long pages = memory.Length > 1 && long.TryParse(memory[1], CultureInfo.InvariantCulture, out long resident) ? resident : 0;
        ToolState state = letter switch
        {
            'R' or 'D' => ToolState.Computing,
            'T' or 't' => ToolState.Stopped,
            // The system call that a sleeping process is in: write (1) means that the pipe is full.
            _ => ReadSmall($"{directory}/syscall").Split(' ')[0] == "1" || ReadSmall($"{directory}/wchan").Contains("pipe_write", StringComparison.Ordinal)
                ? ToolState.Blocked
                : ToolState.Idle,
        };
        return new ToolActivity(state, pages * Environment.SystemPageSize);
    }

    /// <summary>This process and one forked from it together: the busier state, and memory without what the two share.</summary>
    /// <param name="child">The other process.</param>
    /// <param name="shared">Memory of the process that was forked, in bytes.</param>
    internal ToolActivity With(ToolActivity child, long shared)
    {
        ToolState state = State is ToolState.Computing or ToolState.Exited || child.State is ToolState.Idle or ToolState.Exited ? State : child.State;
        return new ToolActivity(state, ResidentBytes + Math.Max(0, child.ResidentBytes - shared));
    }

    /// <summary>Whether a process has ended: is gone, or waits to be reaped.</summary>
    internal static bool HasExited(int process) => StateLetterOf(process) is 'Z' or 'X';

    /// <summary>The size of a process's address space, in bytes; 0 when there is no such process.</summary>
    internal static long VirtualBytesOf(int process) =>
        long.TryParse(ReadSmall($"/proc/{process}/statm").Split(' ')[0], CultureInfo.InvariantCulture, out long pages) ? pages * Environment.SystemPageSize : 0;

    // The kernel's letter for what it does, which stands behind its name in brackets; X for one that is gone.
    private static char StateLetterOf(int process)
    {
        string status = ReadSmall($"/proc/{process}/stat");
        int afterName = status.LastIndexOf(')') + 2;
        return afterName < 2 || afterName >= status.Length ? 'X' : status[afterName];
    }

    private static string ReadSmall(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
