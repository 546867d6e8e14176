using System.Text.Json;
using System.Text.Json.Serialization;

namespace Slackline.Reports.Data;

/// <summary>Writes numbers that JSON cannot express: a blank as null, and an infinity as <c>"INF"</c>, as the tool prints it.</summary>
internal sealed class BlankableNumberConverter : JsonConverter<double>
{
    /// <inheritdoc/>
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (double.IsNaN(value))
        {
            writer.WriteNullValue();
        }
        else if (double.IsInfinity(value))
        {
            writer.WriteStringValue(value > 0 ? "INF" : "-INF");
        }
        else
        {
            writer.WriteNumberValue(value);
        }
    }
}
