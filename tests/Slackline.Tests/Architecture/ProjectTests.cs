using System.Reflection;
using System.Xml.Linq;

namespace Slackline.Tests.Architecture;

/// <summary>The projects know each other one way only, and the server alone needs ASP.NET.</summary>
public class ProjectTests
{
    [Theory]
    [InlineData("Slackline")]
    [InlineData("Slackline.Service", "Slackline")]
    [InlineData("Slackline.Mcp", "Slackline", "Slackline.Service")]
    [InlineData("Slackline.Server", "Slackline.Mcp")]
    [InlineData("Slackline.Cli", "Slackline", "Slackline.Mcp", "Slackline.Server", "Slackline.Service")]
    public void A_project_references_only_those_below_it(string project, params string[] mayReference)
    {
        XDocument file = XDocument.Load(FileOf(project));
        Assert.Equal(mayReference, file.Descendants("ProjectReference").Select(static reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_project_of_the_product_has_its_place()
    {
        string[] projects = [.. Directory.EnumerateDirectories(Documents.Find("src")).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];
        Assert.Equal(["Slackline", "Slackline.Cli", "Slackline.Mcp", "Slackline.Server", "Slackline.Service"], projects);
    }

    [Theory]
    [InlineData("Slackline", false)]
    [InlineData("Slackline.Service", false)]
    [InlineData("Slackline.Mcp", false)]
    [InlineData("Slackline.Server", true)]
    [InlineData("Slackline.Cli", false)]
    public void Only_the_server_names_the_framework_of_ASP_NET(string project, bool may)
    {
        XDocument file = XDocument.Load(FileOf(project));
        Assert.Equal(may, file.Descendants("FrameworkReference").Any(static reference => reference.Attribute("Include")!.Value.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Slackline.Engine", "Slackline.", "Microsoft.AspNetCore", "Microsoft.Extensions", "ModelContextProtocol")]
    [InlineData("Slackline.Service", "Slackline.Mcp", "Slackline.Server", "slackline", "Microsoft.AspNetCore", "ModelContextProtocol")]
    [InlineData("Slackline.Mcp", "Slackline.Server", "slackline", "Microsoft.AspNetCore", "ModelContextProtocol.AspNetCore")]
    [InlineData("Slackline.Server", "slackline")]
    [InlineData("slackline", "Microsoft.AspNetCore", "ModelContextProtocol")]
    public void An_assembly_uses_nothing_of(string assembly, params string[] prefixes)
    {
        IEnumerable<string> used = Assembly.Load(assembly).GetReferencedAssemblies().Select(static name => name.Name!);
        Assert.DoesNotContain(used, name => prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    private static string FileOf(string project) => Documents.Find($"src/{project}/{project}.csproj");
}
