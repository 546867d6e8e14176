using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Reports.Data;
using Slackline.Timing;

namespace Slackline.Mcp.Tests.Reports;

/// <summary>Every kind of report can be given to an agent.</summary>
public sealed class ReportJsonTests
{
    public static TheoryData<Type> Models => [.. typeof(Report).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(Report)) && !type.IsAbstract)];

    [Fact]
    public void A_statistical_number_is_a_mean_and_what_stands_in_brackets_behind_it()
    {
        var slews = new PinSlews("u1/Z", [0.1, 0.2], [0.3], 2) { RiseSpreads = [new Spread(-0.02, 0.01, 1.5), Spread.None] };
        Assert.Equal(
            """{"pin":"u1/Z","rise":[0.1,0.2],"fall":[0.3],"digits":2,"riseSpreads":[[-0.02,0.01,1.5],null]}""",
            JsonSerializer.Serialize<object>(slews, ReportJson.Options));
        Assert.Contains("[[0.01]]", JsonSerializer.Serialize<object>(slews with { RiseSpreads = [Spread.Normal(0.01)] }, ReportJson.Options), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_and_all_that_it_consists_of_can_be_written(Type model)
    {
        var seen = new HashSet<Type>();
        Visit(model);
        Assert.True(seen.Count > 1);

        void Visit(Type type)
        {
            if (seen.Add(type))
            {
                JsonTypeInfo info = ReportJson.Options.GetTypeInfo(type);
                foreach (JsonPropertyInfo property in info.Properties.Where(static property => property.Get is not null))
                {
                    Visit(property.PropertyType);
                }

                if (info.ElementType is { } element)
                {
                    Visit(element);
                }
            }
        }
    }
}
