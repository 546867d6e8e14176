using Slackline.Demo.Library;

namespace Slackline.Demo.Netlist;

/// <summary>Collects a module's ports, wires and instances. Cells are connected by position: output first, as in Verilog primitives.</summary>
internal sealed class ModuleBuilder(string name, string path)
{
    private readonly List<Port> _ports = [];
    private readonly List<Wire> _wires = [];
    private readonly List<Instance> _instances = [];

    public string Input(string port, int width = 1) => AddPort(port, PortDirection.Input, width);

    public string Output(string port, int width = 1) => AddPort(port, PortDirection.Output, width);

    public string Wire(string wire, int width = 1)
    {
        _wires.Add(new Wire(VerilogName.Escape(wire), width));
        return VerilogName.Escape(wire);
    }

    /// <summary>Places a leaf cell; <paramref name="inputs"/> go to its input pins in the library's order.</summary>
    public void Place(string instance, Cell cell, string output, params ReadOnlySpan<string> inputs)
    {
        var connections = new Connection[inputs.Length + 1];
        for (var i = 0; i < inputs.Length; i++)
        {
            connections[i] = new Connection(cell.InputPins[i], inputs[i]);
        }

        connections[^1] = new Connection(cell.OutputPin, output);
        _instances.Add(new Instance(instance, cell.Name, cell, connections));
    }

    /// <summary>Places a leaf cell by its library name.</summary>
    public void Place(string instance, string cell, string output, params ReadOnlySpan<string> inputs) =>
        Place(instance, CellLibrary.Find(cell), output, inputs);

    /// <summary>Places a leaf cell that drives a new net, and gives the net.</summary>
    public string Gate(string instance, string cell, params ReadOnlySpan<string> inputs)
    {
        var net = Wire(instance + "_z");
        Place(instance, cell, net, inputs);
        return net;
    }

    /// <summary>A register that toggles: a startpoint that needs nothing from outside.</summary>
    public string Toggle(string instance, string clock, string cell = "DFF_X1")
    {
        var output = Wire(instance + "_z");
        var next = Gate(instance + "_inv", "INV_X1", output);
        Place(instance, cell, output, clock, next);
        return output;
    }

    /// <summary>A chain of buffers of about <paramref name="delay"/> ns.</summary>
    public string Chain(string prefix, string from, double delay)
    {
        var count = Math.Max(1, (int)Math.Round(delay / CellLibrary.BufferDelay));
        var net = from;
        for (var i = 0; i < count; i++)
        {
            net = Gate(Text.Of($"{prefix}_{i}"), "BUF_X1", net);
        }

        return net;
    }

    /// <summary>Places a leaf cell by named connections, for one with several outputs or buses.</summary>
    public void Connect(string instance, Cell cell, params Connection[] connections) =>
        _instances.Add(new Instance(instance, cell.Name, cell, connections));

    /// <summary>Instantiates a child module.</summary>
    public void Instantiate(string instance, string module, params Connection[] connections) =>
        _instances.Add(new Instance(instance, module, Cell: null, connections));

    public Module Build() => new(name, path, _ports, _wires, _instances);

    private string AddPort(string port, PortDirection direction, int width)
    {
        _ports.Add(new Port(port, direction, width));
        return port;
    }
}
