namespace Slackline.Reports.Checks;

/// <summary>Times that stand with colons between them: min and max of every corner in turn. <c>---</c> is NaN: there is none.</summary>
internal static class DelayList
{
    private static ReadOnlySpan<byte> Missing => "---"u8;

    /// <summary>Reads the times that fill <paramref name="text"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, DecimalReader numbers, out IReadOnlyList<double> times)
    {
        var list = new List<double>();
        times = list;
        foreach (Range range in text.Split((byte)':'))
        {
            double time = double.NaN;
            if (!text[range].SequenceEqual(Missing) && !numbers.TryRead(text[range], out time))
            {
                return false;
            }

            list.Add(time);
        }

        return true;
    }

    /// <summary>The times as the tool prints them.</summary>
    public static string ToText(IReadOnlyList<double> times, int digits) =>
        string.Join(':', times.Select(time => double.IsNaN(time) ? "---" : DecimalText.ToText(time, digits)));
}
