using System.Text.Json;

namespace Slackline.Streams.Spooling;

/// <summary>How a spool ended: the file <c>end.json</c>. Where it is missing, the spool is being written or its engine went away.</summary>
/// <param name="State">How it ended.</param>
/// <param name="Paths">How many paths were acknowledged.</param>
/// <param name="Ended">When that was; null where it is not known.</param>
internal sealed record SpoolEnd(SpoolState State, long Paths, MachineClock? Ended)
{
    private const string FileName = "end.json";

    public void Write(string folder) => PrivateFiles.WriteWhole(
        Path.Combine(folder, FileName),
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            state = JsonNamingPolicy.SnakeCaseLower.ConvertName(State.ToString()),
            paths = Paths,
            ended = Ended,
        }));

    /// <summary>How a spool ended; null when it has not, or not properly.</summary>
    public static SpoolEnd? Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            return Enum.TryParse(json.RootElement.GetProperty("state").GetString(), ignoreCase: true, out SpoolState state)
                ? new SpoolEnd(
                    state, json.RootElement.GetProperty("paths").GetInt64(),
                    json.RootElement.TryGetProperty("ended", out JsonElement ended) ? ended.Deserialize<MachineClock>() : null)
                : null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
