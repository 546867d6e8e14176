using System.Text.Json.Serialization.Metadata;
using Slackline.Mcp.Reports;
using Slackline.Reports;

namespace Slackline.Mcp.Tests.Reports;

/// <summary>Every kind of report can be given to an agent.</summary>
public sealed class ReportJsonTests
{
    public static TheoryData<Type> Models => [.. typeof(Report).Assembly.GetExportedTypes().Where(static type => type.IsSubclassOf(typeof(Report)) && !type.IsAbstract)];

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
