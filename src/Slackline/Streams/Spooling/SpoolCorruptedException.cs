using System.Globalization;

namespace Slackline.Streams.Spooling;

/// <summary>A part of a spool differs from what was written. Other parts can still be read.</summary>
public sealed class SpoolCorruptedException : SpoolException
{
    /// <summary>An error without a place.</summary>
    public SpoolCorruptedException()
    {
    }

    /// <summary>An error without a place.</summary>
    public SpoolCorruptedException(string message)
        : base(message)
    {
    }

    /// <summary>An error without a place.</summary>
    public SpoolCorruptedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal SpoolCorruptedException(string file, long offset, long firstPath, long pathCount, string what)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"{file} is corrupted at byte {offset}: {what}. Paths {firstPath} to {firstPath + pathCount - 1} cannot be read; others can."))
    {
        FileName = file;
        Offset = offset;
        FirstPath = firstPath;
        PathCount = pathCount;
    }

    /// <summary>The file.</summary>
    public string FileName { get; } = "";

    /// <summary>Where in the file the damaged part begins.</summary>
    public long Offset { get; }

    /// <summary>The first path that cannot be read, counted from 0.</summary>
    public long FirstPath { get; }

    /// <summary>How many paths cannot be read.</summary>
    public long PathCount { get; }
}
