using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>Our Tcl scripts as files, for a plain Tcl shell in which a test stands for the tool.</summary>
internal static class TclScripts
{
    /// <summary>Writes all scripts into a new folder, where they are as in the folder of the sources.</summary>
    public static DirectoryInfo WriteAll()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("scripts-");
        foreach (string name in ToolScripts.All)
        {
            string file = Path.Combine(folder.FullName, name);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using FileStream output = File.Create(file);
            ToolScripts.Write(name, output);
        }

        return folder;
    }

    /// <summary>What a script prints behind one of ours.</summary>
    public static async Task<string> RunAsync(string name, string script, IReadOnlyDictionary<string, string>? environment = null)
    {
        DirectoryInfo folder = WriteAll();
        string file = Path.Combine(folder.FullName, "run.tcl");
        await File.WriteAllTextAsync(file, $"{await File.ReadAllTextAsync(Path.Combine(folder.FullName, name))}\n{script}\n");
        try
        {
            Processes.Result result = await Processes.RunAsync("tclsh", [file], environment: environment);
            Assert.Equal((0, ""), (result.ExitCode, result.Errors));
            return result.Output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
