namespace Slackline.Reports.Paths;

/// <summary>Reads <see cref="JsonListHeading"/>.</summary>
internal sealed class JsonListHeadingReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual(JsonListHeading.Text);

    protected override Report? Parse(ref LineCursor lines) => lines.TryNext(out _) ? new JsonListHeading() : null;
}

/// <summary>Reads <see cref="JsonListEnd"/>. Only after a <see cref="JsonListHeading"/>: other JSON ends the same way.</summary>
internal sealed class JsonListEndReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual(JsonListEnd.Paths);

    protected override Report? Parse(ref LineCursor lines) =>
        lines.TryNext(out _) && lines.TryTake(JsonListEnd.List) ? new JsonListEnd() : null;
}
