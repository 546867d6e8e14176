namespace Slackline.Reports;

/// <summary>Steps over lines that readers of reports share. A step that does not succeed leaves the cursor where it was.</summary>
internal static class LineCursorSteps
{
    /// <summary>Reads a line; null when it is none of these.</summary>
    internal delegate T? LineReader<out T>(ReadOnlySpan<byte> line)
        where T : class;

    /// <summary>Takes the next lines up to the first that cannot be read so, and gives what they say; no more than <paramref name="most"/>.</summary>
    public static List<T> TakeAll<T>(this scoped ref LineCursor lines, LineReader<T> read, int most = int.MaxValue)
        where T : class
    {
        var all = new List<T>();
        int end = lines.Position;
        while (all.Count < most && lines.TryNext(out ReadOnlySpan<byte> line) && read(line) is { } one)
        {
            all.Add(one);
            end = lines.Position;
        }

        lines.Return(end);
        return all;
    }

    /// <summary>The next line, which stays the next.</summary>
    public static bool TryPeek(this scoped ref LineCursor lines, out ReadOnlySpan<byte> line)
    {
        int start = lines.Position;
        if (!lines.TryNext(out line))
        {
            return false;
        }

        lines.Return(start);
        return true;
    }

    /// <summary>Takes the next line if it is this one.</summary>
    public static bool TryTake(this scoped ref LineCursor lines, scoped ReadOnlySpan<byte> expected)
    {
        if (!lines.TryPeek(out ReadOnlySpan<byte> line) || !line.SequenceEqual(expected))
        {
            return false;
        }

        return lines.TryNext(out _);
    }

    /// <summary>Takes an empty line and the line behind it if that is this one.</summary>
    public static bool TryTakeAfterBlank(this scoped ref LineCursor lines, scoped ReadOnlySpan<byte> expected)
    {
        int start = lines.Position;
        if (lines.TryTake([]) && lines.TryTake(expected))
        {
            return true;
        }

        lines.Return(start);
        return false;
    }

    /// <summary>Takes the next line if it begins so, and gives the rest of it.</summary>
    public static bool TryTakePrefixed(this scoped ref LineCursor lines, scoped ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> rest)
    {
        if (!lines.TryPeek(out ReadOnlySpan<byte> line) || !line.StartsWith(prefix))
        {
            rest = default;
            return false;
        }

        rest = line[prefix.Length..];
        return lines.TryNext(out _);
    }
}
