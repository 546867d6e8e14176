namespace Slackline.Mcp.Tools;

/// <summary>A client's streams, for an agent.</summary>
internal sealed record StreamList
{
    /// <summary>How many streams there are.</summary>
    public required int Total { get; init; }

    /// <summary>The newest of them.</summary>
    public required IReadOnlyList<Entry> Streams { get; init; }

    /// <summary>A stream.</summary>
    internal sealed record Entry
    {
        /// <summary>The stream's id.</summary>
        public required string Stream { get; init; }

        /// <summary>The command, and after `where` the condition that its paths meet.</summary>
        public required string Command { get; init; }

        /// <summary>The design that it is of, by the name given to open_session.</summary>
        public string? Design { get; init; }

        /// <summary>When it was started.</summary>
        public required DateTimeOffset Created { get; init; }

        /// <summary>running, paused, complete, cancelled, faulted or interrupted.</summary>
        public required string State { get; init; }

        /// <summary>Paths in it.</summary>
        public required long Matched { get; init; }

        /// <summary>The session in which it runs.</summary>
        public string? Session { get; init; }

        /// <summary>The stream that it narrows.</summary>
        public string? RefinedFrom { get; init; }
    }
}
