using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="InstancePowerJsonReport"/>.</summary>
internal sealed class InstancePowerJsonReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual("["u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        lines.TryNext(out _);
        var instances = new List<NamedPower>();
        PowerJsonLayout? layout = null;
        do
        {
            if (!lines.TryTake("{"u8) || !lines.TryTakePrefixed("  \"name\": \""u8, out ReadOnlySpan<byte> name))
            {
                return null;
            }

            layout = PowerJsonLayout.TryRead(ref lines, out PowerValues power, layout);
            if (layout is null || !name.EndsWith("\","u8) || !lines.TryTake("}"u8))
            {
                return null;
            }

            instances.Add(new NamedPower(Encoding.UTF8.GetString(name[..^2]), power));
        }
        while (lines.TryTake(","u8));

        return lines.TryTake("]"u8) ? new InstancePowerJsonReport { Instances = instances, Layout = layout } : null;
    }
}
