using System.Text.Json;

namespace Slackline.Streams.Spooling;

/// <summary>How a spool ended: the file <c>end.json</c>. Where it is missing, the spool is being written or its engine went away.</summary>
internal static class SpoolEnd
{
    private const string FileName = "end.json";

    public static void Write(string folder, SpoolState state, long paths) => PrivateFiles.WriteWhole(
        Path.Combine(folder, FileName),
        JsonSerializer.SerializeToUtf8Bytes(new { state = JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString()), paths }));

    /// <summary>How a spool ended; null when it has not, or not properly.</summary>
    public static SpoolState? Read(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, FileName)));
            return Enum.TryParse(json.RootElement.GetProperty("state").GetString(), ignoreCase: true, out SpoolState state) ? state : null;
        }
        catch (Exception error) when (error is FileNotFoundException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
