using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;

namespace Slackline.Tests.Architecture;

/// <summary>Below the top, too, the folders of a project know each other one way only.</summary>
public sealed class NamespaceCycleTests
{
    [Fact]
    public void No_folders_use_each_other_in_a_circle()
    {
        string[] files = ["Slackline.Engine.dll", "Slackline.Service.dll", "slackline.dll", "Slackline.Mcp.dll", "Slackline.Server.dll"];
        ArchUnitNET.Domain.Architecture architecture = new ArchLoader()
            .LoadAssemblies([.. files.Select(static file => System.Reflection.Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, file)))])
            .Build();
        SortedDictionary<(string From, string To), string> uses = [];
        foreach (IType type in architecture.Types)
        {
            foreach (ITypeDependency dependency in type.Dependencies)
            {
                if (type.Namespace?.FullName is { } from && dependency.Target.Namespace?.FullName is { } to && from != to && IsOurs(from) && IsOurs(to))
                {
                    uses[(from, to)] = uses.GetValueOrDefault((from, to)) + $"{type.Name}>{dependency.Target.Name} ";
                }
            }
        }

        Assert.NotEmpty(uses);

        // A folder that uses none of those that are left is in no cycle.
        var left = uses.Keys.SelectMany(static pair => new[] { pair.From, pair.To }).ToHashSet();
        while (left.RemoveWhere(folder => !uses.Keys.Any(pair => pair.From == folder && left.Contains(pair.To))) > 0)
        {
        }

        string[] inCycles = [.. uses.Where(pair => left.Contains(pair.Key.From) && left.Contains(pair.Key.To)).Select(static pair => $"{pair.Key.From} > {pair.Key.To}: {pair.Value}")];
        Assert.True(inCycles.Length == 0, string.Join('\n', inCycles));
    }

    private static bool IsOurs(string name) => name.StartsWith("Slackline.", StringComparison.Ordinal) || name == "Slackline";
}
