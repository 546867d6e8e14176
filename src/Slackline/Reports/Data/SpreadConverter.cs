using System.Text.Json;
using System.Text.Json.Serialization;
using Slackline.Timing;

namespace Slackline.Reports.Data;

/// <summary>
/// Writes a statistical number's spread, in the order in which it is printed: <c>[sigma]</c> or <c>[shift, sigma, skewness]</c>; null for a
/// plain number.
/// </summary>
internal sealed class SpreadConverter : JsonConverter<Spread>
{
    public override Spread Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Spread value, JsonSerializerOptions options)
    {
        double[]? parts = value.IsNone ? null : value.IsSkewed ? [value.Shift, value.Sigma, value.Skewness] : [value.Sigma];
        JsonSerializer.Serialize(writer, parts, options);
    }
}
