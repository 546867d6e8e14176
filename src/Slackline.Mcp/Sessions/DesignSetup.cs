namespace Slackline.Mcp.Sessions;

/// <summary>
/// The script that loads a design: the operator's, or one written from the design's files. That one lasts as long as the session, because a
/// tool that died is loaded again from it.
/// </summary>
internal sealed class DesignSetup : IDisposable
{
    private readonly DirectoryInfo? _own;

    private DesignSetup(string? name, string script, DirectoryInfo? own)
    {
        Name = name;
        Script = script;
        _own = own;
    }

    /// <summary>The name of the design; null for the script's.</summary>
    public string? Name { get; }

    /// <summary>The script's file.</summary>
    public string Script { get; }

    /// <summary>A script of the operator's.</summary>
    public static DesignSetup Of(string script) => new(name: null, script, own: null);

    /// <summary>Writes a script that loads some files.</summary>
    /// <exception cref="ToolInputException">A file that the tool needs is missing.</exception>
    public static DesignSetup Write(DesignFiles files, bool isOpenRoad)
    {
        string text = files.ToScript(isOpenRoad);

        // Only this user may look into it.
        DirectoryInfo own = Directory.CreateTempSubdirectory("slackline-setup-");
        string script = Path.Combine(own.FullName, "setup.tcl");
        File.WriteAllText(script, text);
        return new DesignSetup(files.Top ?? Path.GetFileName(files.All.Last()), script, own);
    }

    /// <summary>Removes a script that was written.</summary>
    public void Dispose()
    {
        if (_own is { Exists: true })
        {
            _own.Delete(recursive: true);
        }
    }
}
