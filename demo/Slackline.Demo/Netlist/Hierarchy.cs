namespace Slackline.Demo.Netlist;

/// <summary>Builds the modules that only hold other modules.</summary>
internal static class Hierarchy
{
    /// <summary>
    /// Instantiates <paramref name="children"/> and ties ports of equal names together. A port that one child
    /// drives and another reads is a wire; every other becomes a port of the new module.
    /// </summary>
    public static Module Wrap(string name, string path, IReadOnlyList<(string Instance, Module Module)> children)
    {
        var builder = new ModuleBuilder(name, path);
        var ports = children.SelectMany(child => child.Module.Ports).ToList();
        foreach (var group in ports.GroupBy(port => port.Name))
        {
            var driven = group.Any(port => port.Direction == PortDirection.Output);
            var read = group.Any(port => port.Direction == PortDirection.Input);
            var width = group.First().Width;
            if (driven && read)
            {
                builder.Wire(group.Key, width);
            }
            else if (driven)
            {
                builder.Output(group.Key, width);
            }
            else
            {
                builder.Input(group.Key, width);
            }
        }

        foreach (var (instance, module) in children)
        {
            var connections = module.Ports.Select(port => new Connection(port.Name, port.Name)).ToArray();
            builder.Instantiate(instance, module.Name, connections);
        }

        return builder.Build();
    }
}
