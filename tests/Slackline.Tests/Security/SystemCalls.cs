using System.Text.RegularExpressions;

namespace Slackline.Tests.Security;

/// <summary>What strace saw of a tool: every system call that names a file, and every one about processes, signals and the network.</summary>
internal static partial class SystemCalls
{
    /// <summary>What strace has to watch.</summary>
    public const string Watched = "%file,%process,%network,kill,tkill,tgkill";

    /// <summary>The calls that no query has a reason for.</summary>
    /// <param name="lines">Lines of strace's log.</param>
    /// <param name="reports">The beginning of the names of the FIFOs for reports.</param>
    public static IReadOnlyList<string> Suspicious(IEnumerable<string> lines, string reports) => [.. lines.Where(line => !IsExpected(line, reports))];

    private static bool IsExpected(string line, string reports)
    {
        Match call = Call().Match(line);
        if (!call.Success)
        {
            // Signals, resumed calls: their beginnings have been seen.
            return Remark().IsMatch(line);
        }

        string arguments = call.Groups["arguments"].Value;
        return call.Groups["name"].Value switch
        {
            // Its own report.
            "openat" => arguments.StartsWith($"AT_FDCWD, \"{reports}", StringComparison.Ordinal)
                // A new Tcl interpreter asks for the user's name, which is then removed from the safe one.
                || arguments.StartsWith("AT_FDCWD, \"/etc/passwd\", O_RDONLY|O_CLOEXEC)", StringComparison.Ordinal)
                // malloc, when it is told that there is no more memory.
                || arguments.StartsWith("AT_FDCWD, \"/proc/sys/vm/overcommit_memory\", O_RDONLY|O_CLOEXEC)", StringComparison.Ordinal),
            "newfstatat" => arguments.StartsWith("AT_FDCWD, \"/etc/nsswitch.conf\"", StringComparison.Ordinal) || OpenDescriptor().IsMatch(arguments),
            // The same, on machines that may have a daemon for names.
            "socket" => arguments.StartsWith("AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0)", StringComparison.Ordinal),
            "connect" => arguments.Contains("{sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}", StringComparison.Ordinal),
            // Threads of the tool are no processes.
            "clone" or "clone3" => arguments.Contains("CLONE_THREAD", StringComparison.Ordinal),
            "exit" => true,
            _ => false,
        };
    }

    [GeneratedRegex(@"^\d+ +(?<name>\w+)\((?<arguments>.*)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\d+ +(--- SIG(PIPE|CHLD) .*|<\.\.\. \w+ resumed>.*|\+\+\+ exited with 0 \+\+\+)$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\d+, """", ")]
    private static partial Regex OpenDescriptor();
}
