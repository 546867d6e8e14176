using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>Reads <see cref="EndListHeading"/>.</summary>
internal sealed class EndListHeadingReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.StartsWith(EndListHeading.SetupGroup) || line.StartsWith(EndListHeading.HoldGroup);

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> heading) || !lines.TryTake([]) || !lines.TryNext(out _)
            || !lines.TryNext(out ReadOnlySpan<byte> titles) || !lines.TryNext(out ReadOnlySpan<byte> dashes))
        {
            return null;
        }

        // "Delay" is printed twice, the second time one column further right. A title of five letters is wider than a column without
        // digits.
        int first = titles.IndexOf("Delay"u8);
        int second = titles.LastIndexOf("Delay"u8);
        int titleWidth = second - first - 1;
        int nameWidth = titles.Length - (3 * titleWidth) - 3;
        int numberWidth = (dashes.Length - nameWidth - 3) / 3;
        if (first < 0 || !PathLists.IsWidth(nameWidth) || !PathLists.IsWidth(numberWidth))
        {
            return null;
        }

        bool isSetup = heading.StartsWith(EndListHeading.SetupGroup);
        string group = Encoding.UTF8.GetString(heading[(isSetup ? EndListHeading.SetupGroup : EndListHeading.HoldGroup).Length..]);
        return new EndListHeading(isSetup ? PathType.Max : PathType.Min, group, nameWidth, numberWidth);
    }
}
