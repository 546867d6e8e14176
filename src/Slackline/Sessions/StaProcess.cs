using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Slackline.Sessions;

/// <summary>Starts the tool's process so that neither Ctrl-C nor our own death leaves it in a wrong state.</summary>
internal static class StaProcess
{
    /// <summary>Starts the tool with the bootstrap script.</summary>
    /// <param name="options">What to start, and where.</param>
    /// <param name="bootstrap">The bootstrap script's file.</param>
    /// <param name="replyPath">The FIFO for its replies.</param>
    /// <param name="deathWatch">Kills it when Slackline ends.</param>
    /// <param name="output">Takes what it prints of itself.</param>
    /// <exception cref="StaException">It cannot be started.</exception>
    public static Process Start(
        StaSessionOptions options, string bootstrap, string replyPath, ParentDeathWatch deathWatch, ToolOutput output)
    {
        string[] toolOptions = options.Tool.IsOpenRoad
            ? ["-no_splash", "-no_init", "-exit", bootstrap]
            : ["-no_splash", "-no_init", bootstrap];

        // setsid: a process group of its own, so that Ctrl-C in the terminal reaches Slackline and not the tool.
        // setpriv: when Slackline is killed hard, the kernel kills the tool, even while it waits for a FIFO's reader
        // that is gone. ParentDeathWatch does that for its forked processes.
        var start = new ProcessStartInfo("setsid", [
            "setpriv", "--pdeathsig", "KILL", "sh", "-c", ParentDeathWatch.Script, "sh", deathWatch.Path,
            Environment.ProcessId.ToString(CultureInfo.InvariantCulture), options.Tool.Path, .. toolOptions])
        {
            WorkingDirectory = options.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SLACKLINE_REPLY"] = replyPath },
        };
        AskForHugePages(start);
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => output.Add(line.Data);
        try
        {
            StartOnLastingThread(process);
        }
        catch (Win32Exception e)
        {
            process.Dispose();
            throw new StaException($"Cannot start {options.Tool.Path}: {e.Message}", e);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // A design takes gigabytes of small objects: with huge pages for its heap the tool searches a tenth to a quarter faster, and is forked
    // with fewer page tables to copy. The C library of a system that has no such thing does not mind; what the user has set himself stays.
    private static void AskForHugePages(ProcessStartInfo start)
    {
        const string Variable = "GLIBC_TUNABLES";
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            start.Environment[Variable] = "glibc.malloc.hugetlb=1";
        }
    }

    // To the kernel the parent is the thread that started the process: it must last as long as the process does.
    private static void StartOnLastingThread(Process process)
    {
        var started = new TaskCompletionSource();
        var parent = new Thread(() =>
        {
            try
            {
                process.Start();
            }
#pragma warning disable CA1031 // Whatever it was, it is thrown where the session is started; here it would end the whole engine.
            catch (Exception e)
            {
                started.SetException(e);
                return;
            }
#pragma warning restore CA1031

            int id = process.Id;
            started.SetResult();
            try
            {
                // This thread takes a process object of its own: the session's starter may have disposed of the other one.
                using Process self = Process.GetProcessById(id);
                self.WaitForExit();
            }
            catch (ArgumentException)
            {
                // It has ended already.
            }
        })
        {
            IsBackground = true,
            Name = "parent of the timing tool",
        };
        parent.Start();
        started.Task.GetAwaiter().GetResult();
    }
}
