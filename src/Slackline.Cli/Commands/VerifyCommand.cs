using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Reports.Files;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary>
/// <c>slackline verify</c>: proves that reports are read completely. Every parsed block is printed again from the model alone and compared
/// with its text.
/// </summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var files = new Argument<string[]>("FILE") { Description = "Reports, or directories of reports.", Arity = ArgumentArity.OneOrMore };
        var command = new Command("verify", "Prove that reports are read completely: print every block again and compare.") { files };
        command.SetAction((arguments, cancellation) => Task.FromResult(Verify(arguments.GetRequiredValue(files), cancellation)));
        return command;
    }

    private static int Verify(string[] files, CancellationToken cancellation)
    {
        var total = new BlockVerifier("total", StandardOutput.Text);
        bool allRead = true;
        StandardOutput.Text.WriteLine(BlockVerifier.Titles);
        foreach ((string file, bool isFromDirectory) in files.SelectMany(Expand))
        {
            cancellation.ThrowIfCancellationRequested();
            var verifier = new BlockVerifier(file, StandardOutput.Text);
            try
            {
                using SavedReport report = SavedReport.Open(file);
                verifier.Read(report.Text, cancellation);
                if (report.Fault is { } fault)
                {
                    Console.Error.WriteLine($"slackline: {file}: {fault}");
                    allRead = false;
                }
            }
            catch (SavedReportException e)
            {
                Console.Error.WriteLine($"slackline: {e.Message}");
                allRead = false;
                continue;
            }

            StandardOutput.Text.WriteLine(verifier.Row);
            StandardOutput.Text.Flush();
            total.Add(verifier);

            // A directory holds files of many kinds; a user who names a single file expects it to be a report.
            if (!verifier.HasProof && !isFromDirectory && (verifier.IsClean || verifier.ForeignTool is not null))
            {
                allRead = false;
                Console.Error.WriteLine(verifier.ForeignTool is { } tool
                    ? $"slackline: {file}: this looks like a report of {tool}. Slackline reads those of OpenSTA and OpenROAD."
                    : $"slackline: {file}: nothing is proved, there is no report in it that Slackline knows.");
            }
        }

        StandardOutput.Text.WriteLine(total.Row);
        if (!total.HasProof && total.IsClean && allRead)
        {
            allRead = false;
            Console.Error.WriteLine("slackline: nothing is proved, there is no report that Slackline knows.");
        }

        return !allRead ? ExitCode.BadInput : total.IsClean ? ExitCode.Success : ExitCode.Different;
    }

    // An empty file in a directory is skipped; an empty file that the user named is probably a mistake.
    private static IEnumerable<(string File, bool IsFromDirectory)> Expand(string file) => Directory.Exists(file)
        ? Directory.EnumerateFiles(
            file, "*",
            SearchOption.AllDirectories).Where(
                inside => new FileInfo(inside).Length > 0).Order(StringComparer.Ordinal).Select(static inside => (inside, true))
        : [(file, false)];
}
