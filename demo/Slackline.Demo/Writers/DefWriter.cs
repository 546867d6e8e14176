using Slackline.Demo.Netlist;
using Slackline.Demo.Plan;

namespace Slackline.Demo.Writers;

/// <summary>Writes the placement. DEF wants its counts first, so the design must have been measured.</summary>
internal sealed class DefWriter(TextWriter output, Floorplan floorplan)
{
    private const int PinSize = 140;

    public void Header(int rows, long components)
    {
        var (width, height) = floorplan.DieFor(rows);
        output.WriteLine("VERSION 5.8 ;");
        output.WriteLine("DIVIDERCHAR \"/\" ;");
        output.WriteLine("BUSBITCHARS \"[]\" ;");
        output.WriteLine($"DESIGN {Design.TopName} ;");
        output.WriteLine("UNITS DISTANCE MICRONS 1000 ;");
        output.WriteLine(Text.Of($"DIEAREA ( 0 0 ) ( {width} {height} ) ;"));
        output.WriteLine();
        output.WriteLine($"COMPONENTS {Text.Of(components)} ;");
    }

    public void Components(Module module)
    {
        floorplan.NextModule();
        foreach (var instance in module.Instances)
        {
            if (instance.Cell is null)
            {
                continue;
            }

            var (x, y) = floorplan.Place(instance);
            output.Write("- ");
            output.Write(VerilogName.Join(module.Path, VerilogName.InPath(instance.Name)));
            output.Write(' ');
            output.Write(instance.Master);
            output.Write(" + PLACED ( ");
            output.Write(Text.Of(x));
            output.Write(' ');
            output.Write(Text.Of(y));
            output.WriteLine(" ) N ;");
        }
    }

    /// <summary>Ends the components and puts the pins along the die's left (inputs) and right (outputs) edges.</summary>
    public void Footer(int rows, IReadOnlyList<Port> ports)
    {
        output.WriteLine("END COMPONENTS");
        output.WriteLine();
        output.WriteLine($"PINS {Text.Of(ports.Sum(port => port.Width))} ;");
        var (width, height) = floorplan.DieFor(rows);
        Edge(ports, PortDirection.Input, x: 0, height, "E");
        Edge(ports, PortDirection.Output, width, height, "W");
        output.WriteLine("END PINS");
        output.WriteLine();
        output.WriteLine("END DESIGN");
    }

    private void Edge(IReadOnlyList<Port> ports, PortDirection direction, int x, int height, string orientation)
    {
        var names = ports.Where(port => port.Direction == direction).SelectMany(Bits).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            var y = (int)((i + 1L) * height / (names.Length + 1));
            output.WriteLine(Text.Of(
                $"- {names[i]} + NET {names[i]} + DIRECTION {(direction == PortDirection.Input ? "INPUT" : "OUTPUT")} + USE SIGNAL"));
            output.WriteLine(Text.Of(
                $"  + LAYER metal3 ( {-PinSize / 2} 0 ) ( {PinSize / 2} {PinSize} ) + PLACED ( {x} {y} ) {orientation} ;"));
        }
    }

    private static IEnumerable<string> Bits(Port port) =>
        port.Width == 1 ? [port.Name] : Enumerable.Range(0, port.Width).Select(bit => Text.Of($"{port.Name}[{bit}]"));
}
