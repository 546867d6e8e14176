using Slackline.Demo.Netlist;

namespace Slackline.Demo.Writers;

/// <summary>Writes modules as structural Verilog, one after the other.</summary>
internal sealed class VerilogWriter(TextWriter output)
{
    public void Write(Module module)
    {
        output.WriteLine($"module {module.Name} (");
        for (var i = 0; i < module.Ports.Count; i++)
        {
            var port = module.Ports[i];
            var direction = port.Direction == PortDirection.Input ? "input" : "output";
            var end = i < module.Ports.Count - 1 ? "," : ");";
            output.WriteLine($"  {direction} {Range(port.Width)}{port.Name}{end}");
        }

        foreach (var wire in module.Wires)
        {
            output.WriteLine($"  wire {Range(wire.Width)}{wire.Name};");
        }

        foreach (var instance in module.Instances)
        {
            Write(instance);
        }

        output.WriteLine("endmodule");
        output.WriteLine();
    }

    private void Write(Instance instance)
    {
        output.Write("  ");
        output.Write(instance.Master);
        output.Write(' ');
        output.Write(VerilogName.Escape(instance.Name));
        output.Write(" (");
        var separator = "";
        foreach (var (pin, net) in instance.Connections)
        {
            output.Write(separator);
            output.Write('.');
            output.Write(pin);
            output.Write('(');
            output.Write(net);
            output.Write(')');
            separator = ", ";
        }

        output.WriteLine(");");
    }

    private static string Range(int width) => width > 1 ? Text.Of($"[{width - 1}:0] ") : "";
}
