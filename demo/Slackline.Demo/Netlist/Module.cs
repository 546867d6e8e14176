using Slackline.Demo.Library;

namespace Slackline.Demo.Netlist;

internal enum PortDirection
{
    Input,
    Output,
}

/// <summary>A module's port; a bus when it is wider than one bit.</summary>
internal sealed record Port(string Name, PortDirection Direction, int Width = 1);

/// <summary>A net (or a bus of nets) inside a module. The name is written as it is, so it must be escaped already.</summary>
internal sealed record Wire(string Name, int Width = 1);

/// <summary>One pin of an instance and the net (Verilog expression) that it is tied to.</summary>
internal readonly record struct Connection(string Pin, string Net);

/// <summary>A leaf cell, or, where <see cref="Cell"/> is null, a child module.</summary>
internal sealed record Instance(string Name, string Master, Cell? Cell, Connection[] Connections);

/// <summary>
/// One Verilog module, held in memory only while it is written. Every module is instantiated exactly once, at
/// <see cref="Path"/> ("" for the top), so that a module is also a place in the hierarchy.
/// </summary>
internal sealed record Module(
    string Name,
    string Path,
    IReadOnlyList<Port> Ports,
    IReadOnlyList<Wire> Wires,
    IReadOnlyList<Instance> Instances)
{
    /// <summary>Pins with a setup, hold, recovery or removal check: each is a timing endpoint.</summary>
    public int Endpoints => Instances.Sum(instance => instance.Cell?.EndpointPins ?? 0);

    public int LeafCells => Instances.Count(instance => instance.Cell is not null);

    /// <summary>Single-bit nets. Ports belong to the parent's nets, so only the wires count.</summary>
    public long Nets => Wires.Sum(wire => (long)wire.Width);
}
