using System.Text.Json;
using System.Text.Json.Serialization;
using Slackline.Timing;

namespace Slackline.Reports.Data;

/// <summary>
/// Writes a table of clock edges and delays inside another report (a verbose pulse width check): its columns, and its rows.
/// </summary>
internal sealed class PathTableConverter : JsonConverter<TimingPath>
{
    private static readonly string[] s_columns = ["description", "edge", "delay", "time"];

    /// <inheritdoc/>
    public override TimingPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimingPath value, JsonSerializerOptions options)
    {
        object?[][] rows =
        [
            .. value.Rows.Where(static row => row.Description.Length > 0).Select(static row => (object?[])
            [
                row.Description,
                row.Transition switch { Transition.Rise => "r", Transition.Fall => "f", _ => null },
                row.Delay,
                row.Time,
            ]),
        ];
        JsonSerializer.Serialize(writer, new { Columns = s_columns, Rows = rows }, options);
    }
}
