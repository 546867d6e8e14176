namespace Slackline.Reports;

/// <summary>Steps over lines that the readers of reports share. A step that fails leaves the cursor where it was.</summary>
internal static class LineCursorSteps
{
    /// <summary>Reads a line; null when the line is not of this kind.</summary>
    internal delegate T? LineReader<out T>(ReadOnlySpan<byte> line)
        where T : class;

    /// <summary>
    /// Takes the next lines up to the first that <paramref name="read"/> refuses, at most <paramref name="most"/>, and returns what was
    /// read from them.
    /// </summary>
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

    /// <summary>The next line, without taking it.</summary>
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

    /// <summary>Takes the next line if it equals <paramref name="expected"/>.</summary>
    public static bool TryTake(this scoped ref LineCursor lines, scoped ReadOnlySpan<byte> expected)
    {
        if (!lines.TryPeek(out ReadOnlySpan<byte> line) || !line.SequenceEqual(expected))
        {
            return false;
        }

        return lines.TryNext(out _);
    }

    /// <summary>Takes an empty line and the line after it if that equals <paramref name="expected"/>.</summary>
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

    /// <summary>Takes the next line if it begins with <paramref name="prefix"/>, and returns the rest of it.</summary>
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
