using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Slackline.Reports.Design;
using Slackline.Timing;

namespace Slackline.Reports.Data;

/// <summary>
/// How answers and the models of reports are written as JSON: names in camelCase, no nulls, nothing that only serves to print a report
/// back, and no spreads of plain numbers.
/// </summary>
internal static class ReportJson
{
    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers = { OmitLayout, OmitEmptySpreads, OmitUnrequested },
            },
            Converters =
            {
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
                new BlankableNumberConverter(),
                new PathTableConverter(),
                new SpreadConverter(),
                new ModelPartConverter(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void OmitLayout(JsonTypeInfo type)
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

    // Omits empty lists of what was not requested: the tool prints a net's pins, and a pin's loads, only on request, so "none" would be a
    // wrong answer. Likewise a side that is not printed.
    private static void OmitUnrequested(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if ((type.Type == typeof(NetReport) && property.Name == "pins")
                || (type.Type == typeof(InstancePin) && property.Name == "loads"))
            {
                property.ShouldSerialize = static (_, list) => list is System.Collections.ICollection { Count: > 0 };
            }
            else if (property.PropertyType == typeof(PathType))
            {
                property.ShouldSerialize = static (_, side) => side is not PathType.Unknown;
            }
        }
    }

    private static void OmitEmptySpreads(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties.Where(
            static property => property.PropertyType == typeof(IReadOnlyList<Spread>)))
        {
            property.ShouldSerialize = static (_, spreads) => spreads is IReadOnlyList<Spread> { Count: > 0 };
        }
    }
}
