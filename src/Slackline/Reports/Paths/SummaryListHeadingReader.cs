namespace Slackline.Reports.Paths;

/// <summary>Reads <see cref="SummaryListHeading"/>.</summary>
internal sealed class SummaryListHeadingReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => IsTitleLine(line);

    /// <summary>Whether a line is the titles Startpoint, Endpoint and Slack.</summary>
    public static bool IsTitleLine(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("Startpoint "u8))
        {
            return false;
        }

        var words = new LineScanner(line["Startpoint"u8.Length..]);
        return words.TakeWord().SequenceEqual("Endpoint"u8) && words.TakeWord().SequenceEqual("Slack"u8) && words.IsAtEnd;
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> titles) || !lines.TryNext(out ReadOnlySpan<byte> dashes))
        {
            return null;
        }

        int nameWidth = titles.IndexOf("Endpoint"u8) - 1;
        int numberWidth = dashes.Length - SummaryListHeading.DashesOver(nameWidth);
        return PathLists.IsWidth(nameWidth) && PathLists.IsWidth(numberWidth)
            ? new SummaryListHeading(nameWidth, numberWidth, IsSpaced: lines.TryTake([]))
            : null;
    }
}
