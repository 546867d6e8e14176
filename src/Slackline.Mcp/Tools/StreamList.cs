using System.ComponentModel;

namespace Slackline.Mcp.Tools;

/// <summary>A client's streams, for an agent.</summary>
internal sealed record StreamList
{
    [Description("How many streams there are.")]
    public required int Total { get; init; }

    [Description("The newest of them.")]
    public required IReadOnlyList<Entry> Streams { get; init; }

    /// <summary>A stream.</summary>
    internal sealed record Entry
    {
        [Description("The stream's id.")]
        public required string Stream { get; init; }

        [Description("The command, and behind `where` what must hold of a path.")]
        public required string Command { get; init; }

        [Description("When it was started.")]
        public required DateTimeOffset Created { get; init; }

        [Description("running, paused, complete, cancelled, faulted, interrupted, or on disk: it was kept and is opened when it is asked for.")]
        public required string State { get; init; }

        [Description("Paths in it; absent while it is on disk.")]
        public long? Matched { get; init; }

        [Description("The session in which it runs.")]
        public string? Session { get; init; }

        [Description("The stream that it narrows.")]
        public string? RefinedFrom { get; init; }
    }
}
