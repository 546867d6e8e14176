using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Slackline.Timing;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Slackline.Tests.Architecture;

/// <summary>The folders of the engine know each other one way only, as ARCHITECTURE.md draws it.</summary>
public class FolderTests
{
    private static readonly ArchUnitNET.Domain.Architecture s_engine = new ArchLoader().LoadAssembly(typeof(PathChunk).Assembly).Build();

    private static readonly string[] s_folders = ["Timing", "Arrow", "Tcl", "Reports", "Queries", "Results", "Transport", "Streams", "Sessions", "Planning"];

    [Theory]
    [InlineData("Timing")]
    [InlineData("Arrow", "Timing")]
    [InlineData("Tcl")]
    [InlineData("Reports", "Timing", "Tcl")]
    [InlineData("Queries", "Timing")]
    [InlineData("Results", "Timing", "Arrow", "Queries")]
    [InlineData("Transport", "Timing", "Queries", "Results")]
    [InlineData("Streams", "Timing", "Arrow", "Queries")]
    [InlineData("Sessions", "Timing", "Tcl", "Reports", "Queries", "Streams")]
    [InlineData("Planning", "Timing", "Tcl", "Reports", "Queries", "Streams", "Sessions")]
    public void A_folder_uses_only_the_folders_above_it(string folder, params string[] mayUse)
    {
        foreach (string other in s_folders.Except([folder, .. mayUse]))
        {
            IObjectProvider<IType> others = Types().That().ResideInNamespaceMatching($@"^Slackline\.{other}(\.|$)").As(other);
            Types().That().ResideInNamespaceMatching($@"^Slackline\.{folder}(\.|$)").Should().NotDependOnAny(others).WithoutRequiringPositiveResults().Check(s_engine);
        }
    }

    [Theory]
    [InlineData("Endpoints")]
    [InlineData("Merge")]
    [InlineData("Slices", "Endpoints", "Merge")]
    public void A_folder_of_the_planner_uses_only_these_others(string folder, params string[] mayUse)
    {
        string[] folders = ["Endpoints", "Merge", "Slices"];
        foreach (string other in folders.Except([folder, .. mayUse]))
        {
            IObjectProvider<IType> others = Types().That().ResideInNamespace($"Slackline.Planning.{other}").As(other);
            Types().That().ResideInNamespace($"Slackline.Planning.{folder}").Should().NotDependOnAny(others).Check(s_engine);
        }
    }
}
