using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using CsCheck;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Slackline.Tests.Architecture;

/// <summary>No test depends on luck.</summary>
public class PropertyTests
{
    private static readonly ArchUnitNET.Domain.Architecture s_tests = new ArchLoader().LoadAssemblies(typeof(PropertyTests).Assembly, typeof(Check).Assembly).Build();

    [Fact]
    public void Only_Property_makes_samples_for_it_knows_their_seeds()
    {
        IObjectProvider<IType> sampling = Types().That().Are(typeof(Check)).As("CsCheck.Check");
        Types().That().ResideInNamespaceMatching(@"^Slackline\.Tests").And().DoNotHaveFullNameContaining("Property").Should().NotDependOnAny(sampling).Check(s_tests);
    }
}
