using System.Globalization;
using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Draws a histogram with bars; the groups' shares stand in one bar, one after the other.</summary>
internal sealed class HistogramPicture(TextWriter output, int width, bool colours) : IHistogramPrinter
{
    private const string Fills = "█▓▒░+x·";

    public void Print(double[] edges, IReadOnlyList<HistogramPart> parts, PathGroups? groups, SlackHistogram all)
    {
        if (edges.Length == 0)
        {
            output.WriteLine("No path with a slack.");
            return;
        }

        string format = "F" + Digits(edges).ToString(CultureInfo.InvariantCulture);
        string[] ends = [.. edges.Select(edge => edge.ToString(format, CultureInfo.InvariantCulture))];
        int endWidth = ends.Max(static end => end.Length);
        long[] totals = [.. Enumerable.Range(0, edges.Length - 1).Select(bin => parts.Sum(part => part.Counts[bin]))];
        long most = Math.Max(1, totals.Max());
        int countWidth = most.ToString("N0", CultureInfo.InvariantCulture).Length;
        int room = Math.Max(10, width - (2 * endWidth) - countWidth - 8);
        for (int bin = 0; bin < totals.Length; bin++)
        {
            string bar = groups is null ? Bar(totals[bin], most, room) : Stack(parts, bin, most, room);
            bool isRed = colours && edges[bin] < 0 && bar.Length > 0;
            output.WriteLine(
                $"{ends[bin].PadLeft(endWidth)} … {ends[bin + 1].PadLeft(endWidth)}  {totals[bin].ToString("N0", CultureInfo.InvariantCulture).PadLeft(countWidth)}  {(isRed ? "\u001b[31m" : "")}{bar}{(isRed ? "\u001b[0m" : "")}");
        }

        for (int i = 0; groups is not null && i < parts.Count; i++)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{FillOf(i)} {parts[i].Name}: {parts[i].Slacks.Count:N0} paths, {parts[i].Slacks.Violating:N0} violating"));
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count:N0} paths, {all.Violating:N0} violating ({100.0 * all.Violating / all.Count:0.0} %), slack {all.Min} … {all.Max}"));
        long outside = all.Count - totals.Sum();
        if (outside > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outside:N0} of them are outside of these bins."));
        }

        if (all.Uncounted > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all.Uncounted:N0} paths without a slack are not counted."));
        }

        output.Flush();
    }

    // As many as show each edge as it is.
    private static int Digits(double[] edges)
    {
        int digits = 0;
        while (digits < 9 && edges.Any(edge => Math.Round(edge, digits) != edge))
        {
            digits++;
        }

        return digits;
    }

    private static char FillOf(int part) => Fills[Math.Min(part, Fills.Length - 1)];

    private static string Stack(IReadOnlyList<HistogramPart> parts, int bin, long most, int room)
    {
        string bar = "";
        long before = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            long count = parts[i].Counts[bin];
            before += count;
            int end = (int)Math.Round((double)room * before / most);
            bar += new string(FillOf(i), Math.Max(end - bar.Length, count > 0 ? 1 : 0));
        }

        return bar;
    }

    // Eighths of a block make short bars comparable; a bin that is not empty is never drawn as if it were.
    private static string Bar(long count, long most, int room)
    {
        const string Eighths = " ▏▎▍▌▋▊▉";
        long eighths = count == 0 ? 0 : Math.Max(1, (long)Math.Round(8.0 * room * count / most));
        string rest = eighths % 8 == 0 ? "" : Eighths[(int)(eighths % 8)].ToString();
        return new string('█', (int)(eighths / 8)) + rest;
    }
}
