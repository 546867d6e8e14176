namespace Slackline.Reports;

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>OpenROAD's <c>[INFO ...]</c> lines.</summary>
    Info,

    /// <summary>A warning: the tool went on.</summary>
    Warning,

    /// <summary>An error: the command did not do what it was asked.</summary>
    Error,
}

/// <summary>A message of the tool about its work, apart from the data of its reports.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Code">The message's number: <c>1140</c>, or <c>STA-1140</c> in OpenROAD; empty where the tool prints none (2.0.17).</param>
/// <param name="File">The script or design file that it points at; empty when it names none.</param>
/// <param name="Line">The line in that file, from 1; 0 when it names none.</param>
/// <param name="Message">What it says.</param>
public sealed record Diagnostic(Severity Severity, string Code, string File, int Line, string Message)
{
    /// <summary>The diagnostic in one line: <c>Warning 1140: top.sdc:12: port 'x' not found.</c></summary>
    public override string ToString()
    {
        string code = Code.Length == 0 ? "" : " " + Code;
        string place = File.Length == 0 ? "" : $"{File}:{Line}: ";
        return $"{Severity}{code}: {place}{Message}";
    }
}
