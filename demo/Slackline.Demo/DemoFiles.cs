namespace Slackline.Demo;

/// <summary>Where the demonstration design was written, and how large it is.</summary>
/// <param name="Setup">The Tcl script that loads everything.</param>
/// <param name="Verilog">The netlist.</param>
/// <param name="Sdc">The constraints.</param>
/// <param name="Def">The placement.</param>
/// <param name="Libraries">One Liberty file a corner.</param>
/// <param name="Endpoints">Timing endpoints.</param>
/// <param name="Instances">Leaf cells.</param>
/// <param name="Nets">Single-bit nets.</param>
public sealed record DemoFiles(
    string Setup,
    string Verilog,
    string Sdc,
    string Def,
    IReadOnlyList<string> Libraries,
    int Endpoints,
    long Instances,
    long Nets)
{
    /// <summary>Every file.</summary>
    public IEnumerable<string> All => [Setup, Verilog, Sdc, Def, .. Libraries];
}
