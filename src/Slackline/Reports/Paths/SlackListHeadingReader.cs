namespace Slackline.Reports.Paths;

/// <summary>Reads <see cref="SlackListHeading"/>.</summary>
internal sealed class SlackListHeadingReader : RoundTripReader
{
    private const int UsualNameWidth = 36;
    private const int UsualNumberWidth = 7;

    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => IsTitleLine(line);

    /// <summary>Whether a line is the titles Group and Slack.</summary>
    public static bool IsTitleLine(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("Group "u8))
        {
            return false;
        }

        var words = new LineScanner(line["Group"u8.Length..]);
        return words.TakeWord().SequenceEqual("Slack"u8) && words.IsAtEnd;
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out _) || !lines.TryNext(out ReadOnlySpan<byte> dashes))
        {
            return null;
        }

        // The two lines show only the sum of the widths. The width of names is rarely changed from its default.
        int sum = dashes.Length - 1;
        int nameWidth = sum > UsualNameWidth ? UsualNameWidth : sum - UsualNumberWidth;
        return PathLists.IsWidth(nameWidth) && PathLists.IsWidth(sum - nameWidth) ? new SlackListHeading(nameWidth, sum - nameWidth) : null;
    }
}
