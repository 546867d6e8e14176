using System.Text.RegularExpressions;

namespace Slackline.Tests.Security;

/// <summary>What strace saw of a tool: every system call that names a file, and every one about processes, signals and the network.</summary>
internal static partial class SystemCalls
{
    /// <summary>What strace has to watch.</summary>
    public const string Watched = "%file,%process,%network,kill,tkill,tgkill";

    /// <summary>The calls that no query has a reason for.</summary>
    /// <param name="lines">Lines of strace's log.</param>
    /// <param name="directory">Where the session's FIFOs are.</param>
    /// <param name="parents">The number of the session's own process, which forks those of queries; others may be among them.</param>
    public static IReadOnlyList<string> Suspicious(IEnumerable<string> lines, string directory, string[] parents) => [.. lines.Where(line => !IsExpected(line, directory, parents))];

    private static bool IsExpected(string line, string directory, string[] parents)
    {
        Match call = Call().Match(line);
        if (!call.Success)
        {
            // Signals, resumed calls: their beginnings have been seen. Of a process that is killed as it enters a call, strace cannot tell any more which it would have been.
            return Remark().IsMatch(line);
        }

        string process = call.Groups["process"].Value;
        string arguments = call.Groups["arguments"].Value;
        return call.Groups["name"].Value switch
        {
            // Its own report, how it ended.
            "openat" => arguments.StartsWith($"AT_FDCWD, \"{directory}/report", StringComparison.Ordinal)
                || arguments.StartsWith($"AT_FDCWD, \"{directory}/outcome", StringComparison.Ordinal)
                // A new Tcl interpreter asks for the user's name, which is then removed from the safe one.
                || arguments.StartsWith("AT_FDCWD, \"/etc/passwd\", O_RDONLY|O_CLOEXEC", StringComparison.Ordinal)
                // malloc, when it is told that there is no more memory.
                || arguments.StartsWith("AT_FDCWD, \"/proc/sys/vm/overcommit_memory\", O_RDONLY|O_CLOEXEC", StringComparison.Ordinal),
            "newfstatat" => arguments.StartsWith("AT_FDCWD, \"/etc/nsswitch.conf\"", StringComparison.Ordinal) || OpenDescriptor().IsMatch(arguments),
            // Tcl makes a name of the outcome's file that has no links in it.
            "readlink" => arguments.StartsWith($"\"{Path.GetDirectoryName(directory)}\",", StringComparison.Ordinal) || arguments.StartsWith($"\"{directory}", StringComparison.Ordinal),
            // The user's name, on machines that may have a daemon for names.
            "socket" => arguments.StartsWith("AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC|SOCK_NONBLOCK, 0", StringComparison.Ordinal),
            "connect" => arguments.Contains("{sa_family=AF_UNIX, sun_path=\"/var/run/nscd/socket\"}", StringComparison.Ordinal),
            // Threads of the tool are no processes; the session's process makes one for each query, and waits for its end.
            "clone" or "clone3" => parents.Contains(process) || arguments.Contains("CLONE_THREAD", StringComparison.Ordinal),
            "wait4" => parents.Contains(process),
            // A forked process ends itself so; Tcl ends its process with abort when it gets no memory.
            "kill" => arguments.StartsWith($"{process}, SIGKILL", StringComparison.Ordinal),
            "tgkill" => arguments.StartsWith($"{process}, {process}, SIGABRT", StringComparison.Ordinal),
            "exit" => true,
            _ => false,
        };
    }

    [GeneratedRegex(@"^(?<process>\d+) +(?<name>\w+)\((?<arguments>.*)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\d+ +(--- SIG(PIPE|CHLD|SEGV|ABRT|XCPU) .*|<\.\.\. (\w+|\?\?\?) resumed>.*|\?\?\?\(( <unfinished \.\.\.>|\) += \?)|\+\+\+ (exited with 0|killed by SIG(KILL|SEGV|ABRT|XCPU)) \+\+\+)$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^\d+, """", ")]
    private static partial Regex OpenDescriptor();
}
