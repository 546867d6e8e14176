using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Slackline.Reports.Data;

/// <summary>
/// Writes parts of reports that come in several kinds, such as the steps of <c>report_dcalc</c>, each with its kind and all its properties.
/// The serializer by itself writes only what all kinds share.
/// </summary>
internal sealed class ModelPartConverter : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert is { IsAbstract: true, IsInterface: false } && typeToConvert.Assembly == typeof(Report).Assembly
            && !typeof(Report).IsAssignableFrom(typeToConvert);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(OfKind<>).MakeGenericType(typeToConvert))!;

    private sealed class OfKind<T> : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(value.GetType().Name));
            foreach ((string name, JsonNode? said) in JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject())
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, said, options);
            }

            writer.WriteEndObject();
        }
    }
}
