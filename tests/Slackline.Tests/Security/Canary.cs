namespace Slackline.Tests.Security;

/// <summary>A directory with files to be read, overwritten, deleted or run by whoever gets out of the sandbox. It knows when anything in it has changed.</summary>
internal sealed class Canary : IDisposable
{
    private readonly string _before;

    public Canary()
    {
        Secret = Guid.NewGuid().ToString("N");
        File.WriteAllText(SecretFile, Secret + "\n");
        File.WriteAllText(VictimFile, "module victim (); endmodule\n");
        File.WriteAllText(ScriptFile, $"close [open {CreatedFile} w]\n");
        File.WriteAllText(ProgramFile, $"#!/bin/sh\ntouch {CreatedFile}\n");
        File.SetUnixFileMode(ProgramFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        _before = Look();
    }

    /// <summary>The directory; sessions under attack work in it.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("canary-").FullName;

    /// <summary>What nobody may be told.</summary>
    public string Secret { get; }

    /// <summary>Holds the secret.</summary>
    public string SecretFile => System.IO.Path.Combine(Path, "secret");

    /// <summary>A netlist, to be read, overwritten or deleted.</summary>
    public string VictimFile => System.IO.Path.Combine(Path, "victim");

    /// <summary>Does not exist, and must not.</summary>
    public string CreatedFile => System.IO.Path.Combine(Path, "created");

    /// <summary>A Tcl script that creates <see cref="CreatedFile"/>.</summary>
    public string ScriptFile => System.IO.Path.Combine(Path, "script");

    /// <summary>A program that creates <see cref="CreatedFile"/>.</summary>
    public string ProgramFile => System.IO.Path.Combine(Path, "program");

    /// <summary>Whether a file was made, changed or removed.</summary>
    public bool IsHarmed => Look() != _before;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string Look() => string.Join('\n', new DirectoryInfo(Path).EnumerateFileSystemInfos("*", SearchOption.AllDirectories)
        .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
        .Select(entry => $"{entry.FullName} {entry.UnixFileMode} {entry.LastWriteTimeUtc.Ticks} {(entry is FileInfo file ? File.ReadAllText(file.FullName) : "")}"));
}
