using System.Globalization;
using Slackline.Streams;
using Slackline.Streams.Paging;

namespace Slackline.Cli.Output;

/// <summary>The text below a page: its position in the stream, and how to get the next page.</summary>
internal static class PageFooter
{
    /// <summary>For people.</summary>
    public static void Write(TextWriter output, PagedStream stream, Page page)
    {
        string which = page.Count == 0
            ? "no paths here"
            : string.Create(CultureInfo.InvariantCulture, $"paths {page.First + 1:N0} to {page.First + page.Count:N0}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{which} of {page.PathsSoFar:N0}{(page.State is StreamState.Running or StreamState.Paused ? " so far" : "")}, {page.State.Word()}: {stream.Command}"));
        if (page.Next is not null)
        {
            output.WriteLine($"next     {page.Next}");
        }

        if (page.Previous is not null)
        {
            output.WriteLine($"previous {page.Previous}");
        }
    }

    /// <summary>For programs: a line of JSON.</summary>
    public static void WriteLine(Stream output, PagedStream stream, Page page)
    {
        using var lines = new JsonLineWriter(output);
        lines.BeginLine();
        lines.Json.WriteStartObject("page");
        lines.WriteText("stream", stream.Id);
        lines.WriteText("command", stream.Command);
        lines.WriteText("state", page.State.Word());
        lines.WriteNumber("first", page.First + 1);
        lines.WriteNumber("count", page.Count);
        lines.WriteNumber("paths", page.PathsSoFar);
        lines.WriteText("next", page.Next ?? "");
        lines.WriteText("previous", page.Previous ?? "");
        lines.Json.WriteEndObject();
        lines.EndLine();
        lines.Flush();
    }
}
