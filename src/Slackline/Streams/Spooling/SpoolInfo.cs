using System.Text.Json;

namespace Slackline.Streams.Spooling;

/// <summary>The description of a spool: the file <c>stream.json</c>.</summary>
/// <param name="Id">The stream's name: 128 random bits as 32 hexadecimal digits.</param>
/// <param name="Command">The command whose paths it holds, or the report's file.</param>
/// <param name="Created">When it was begun.</param>
public sealed record SpoolInfo(string Id, string Command, DateTimeOffset Created)
{
    /// <summary>
    /// The version of the spool's files that this engine writes and reads. Older ones were written before the first release.
    /// </summary>
    public const int FormatVersion = 4;

    /// <summary>The filter that kept paths passed; null when all of the command's paths were kept.</summary>
    public string? Filter { get; init; }

    /// <summary>
    /// The name of the design that the command ran on, as given by the program that kept the stream; null when it gave none.
    /// </summary>
    public string? Design { get; init; }

    /// <summary>The command and the filter, in words for people.</summary>
    public string Description => Filter is null ? Command : $"{Command} where {Filter}";

    internal const string FileName = "stream.json";

    /// <summary>When it was begun, by the machine's clock; null where it is not known.</summary>
    internal MachineClock? Begun { get; init; }

    internal void Write(string folder) =>
        PrivateFiles.WriteWhole(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(new
        {
            format = FormatVersion,
            id = Id,
            command = Command,
            filter = Filter,
            design = Design,
            created = Created,
            begun = Begun,
        }));

    /// <summary>Reads a folder's file; the error says what is wrong with it.</summary>
    internal static SpoolInfo Read(string folder)
    {
        string file = Path.Combine(folder, FileName);
        byte[] text;
        try
        {
            text = File.ReadAllBytes(file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw NotThere(folder, error);
        }

        try
        {
            using var json = JsonDocument.Parse(text);
            JsonElement root = json.RootElement;
            int format = root.GetProperty("format").GetInt32();
            if (format != FormatVersion)
            {
                throw new SpoolException(format > FormatVersion
                    ? $"Stream {Path.GetFileName(folder)} was written by a newer version of Slackline (format {format}); this one reads format {FormatVersion}."
                    : $"Stream {Path.GetFileName(folder)} was written by an older version of Slackline (format {format}); this one reads format {FormatVersion}. Run its command again.");
            }

            return new SpoolInfo(
                root.GetProperty("id").GetString()!, root.GetProperty("command").GetString()!,
                root.GetProperty("created").GetDateTimeOffset())
            {
                Filter = root.TryGetProperty("filter", out JsonElement filter) ? filter.GetString() : null,
                Design = root.TryGetProperty("design", out JsonElement design) ? design.GetString() : null,
                Begun = root.TryGetProperty("begun", out JsonElement begun) ? begun.Deserialize<MachineClock>() : null,
            };
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SpoolException($"{file} is not what Slackline writes: {error.Message}", error);
        }
    }

    /// <summary>The same, or null where a folder holds no stream that can be read.</summary>
    internal static SpoolInfo? TryRead(string folder)
    {
        try
        {
            return Read(folder);
        }
        catch (SpoolException)
        {
            return null;
        }
    }

    /// <summary>The exception for a stream that does not exist.</summary>
    internal static SpoolException NotThere(string folder, Exception? error = null) =>
        new($"There is no stream {Path.GetFileName(folder)}: it was never there, or it was removed because it was not in use.", error);
}
