using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>
/// A program called openroad that is OpenSTA 2.0.17, made to behave like OpenROAD in what a session has to know: openroad-stand-in.tcl says in what. For machines on which there is no OpenROAD.
/// </summary>
internal sealed class OpenRoadStandIn : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("openroad-");

    public OpenRoadStandIn()
    {
        string program = Path.Combine(_folder.FullName, "openroad");
        File.WriteAllText(program, $"""
            #!/bin/sh
            # The last argument is the script.
            for STAND_IN_SCRIPT do :; done
            export STAND_IN_SCRIPT
            exec sta -no_splash -no_init {AppContext.BaseDirectory}Sessions/openroad-stand-in.tcl

            """);
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Tool = new StaTool(program);
    }

    /// <summary>The program.</summary>
    public StaTool Tool { get; }

    /// <summary>A LEF for it: it only looks whether there is one.</summary>
    public string Lef
    {
        get
        {
            string file = Path.Combine(_folder.FullName, "cells.lef");
            File.WriteAllText(file, "VERSION 5.8 ;\n");
            return file;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
