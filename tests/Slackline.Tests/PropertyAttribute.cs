using Xunit.v3;

namespace Slackline.Tests;

/// <summary>Marks a test that checks a property of many generated samples: <c>tests/fuzz/run.sh properties</c> runs these with new ones.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PropertyAttribute : Attribute, ITraitAttribute
{
    public const string Kind = "Kind";

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Kind, "Property")];
}
