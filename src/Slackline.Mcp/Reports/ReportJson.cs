using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Slackline.Reports;

namespace Slackline.Mcp.Reports;

/// <summary>How the models of reports are written: as all answers, without what only serves to print them back as they were.</summary>
internal static class ReportJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = new(AgentJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutLayout } },
        Converters = { new PathTableConverter() },
    };

    private static void LeaveOutLayout(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            bool isLineEnd = typeof(Report).IsAssignableFrom(type.Type) && property.Name is "carriageReturns" or "noFinalLineEnd";
            if (isLineEnd || property.PropertyType.Name.EndsWith("Layout", StringComparison.Ordinal))
            {
                property.ShouldSerialize = static (_, _) => false;
            }
        }
    }
}
