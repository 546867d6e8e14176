using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="PowerJsonReport"/>.</summary>
internal sealed class PowerJsonReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual("{"u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        lines.TryNext(out _);
        var groups = new List<NamedPower>();
        PowerJsonLayout? layout = null;
        while (lines.TryTakePrefixed("  \""u8, out ReadOnlySpan<byte> rest))
        {
            int end = rest.LastIndexOf("\": {"u8);
            layout = PowerJsonLayout.TryRead(ref lines, out PowerValues power, layout);
            if (end < 0 || layout is null || !lines.TryNext(out _))
            {
                return null;
            }

            groups.Add(new NamedPower(Encoding.UTF8.GetString(rest[..end]), power));
            if (lines.TryTake("  ,"u8))
            {
                layout = layout with { IsPadded = true };
            }
        }

        return layout is not null && lines.TryTake("}"u8) ? new PowerJsonReport { Groups = groups, Layout = layout } : null;
    }
}
