namespace Slackline.Reports.Paths;

/// <summary>The line that <c>report_checks</c> prints when it finds no paths.</summary>
internal sealed record NoPaths : Report
{
    internal static ReadOnlySpan<byte> Sentence => "No paths found."u8;

    internal override void WriteLines(LineWriter lines) => lines.Line(Sentence);
}

/// <summary>Reads <see cref="NoPaths"/>.</summary>
internal sealed class NoPathsReader : OneLineReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual(NoPaths.Sentence);

    protected override Report? Parse(ReadOnlySpan<byte> line) => new NoPaths();
}
