using System.Globalization;
using Slackline.Queries.Aggregates;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Draws the distribution of slacks.</summary>
internal sealed class HistogramOutput(TextWriter output, int bins, int width, bool colours) : IPathOutput
{
    private readonly SlackHistogram _histogram = new();

    public bool WantsMore => true;

    public bool NeedsOrder => false;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        _histogram.Add(chunk, matches);
        return matches.Length;
    }

    public void Finish()
    {
        IReadOnlyList<HistogramBin> shown = _histogram.Bins(bins);
        if (shown.Count == 0)
        {
            output.WriteLine("No path with a slack.");
            return;
        }

        string format = "F" + Digits(shown[0].High - shown[0].Low).ToString(CultureInfo.InvariantCulture);
        string[] labels = [.. shown.Select(bin => $"{bin.Low.ToString(format, CultureInfo.InvariantCulture)} … {bin.High.ToString(format, CultureInfo.InvariantCulture)}")];
        int labelWidth = labels.Max(label => label.Length);
        long most = shown.Max(bin => bin.Count);
        int countWidth = most.ToString("N0", CultureInfo.InvariantCulture).Length;
        int room = Math.Max(10, width - labelWidth - countWidth - 4);
        for (int i = 0; i < shown.Count; i++)
        {
            string bar = Bar(shown[i].Count, most, room);
            bool isRed = colours && shown[i].Low < 0;
            output.WriteLine(
                $"{labels[i].PadLeft(labelWidth)}  {shown[i].Count.ToString("N0", CultureInfo.InvariantCulture).PadLeft(countWidth)}  {(isRed ? "\u001b[31m" : "")}{bar}{(isRed ? "\u001b[0m" : "")}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{_histogram.Count:N0} paths, {_histogram.Violating:N0} violating ({100.0 * _histogram.Violating / _histogram.Count:0.0} %), slack {_histogram.Min} … {_histogram.Max}"));
        if (_histogram.Uncounted > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_histogram.Uncounted:N0} paths without a slack are not counted."));
        }

        output.Flush();
    }

    private static int Digits(double binWidth) => Math.Clamp((int)Math.Ceiling(-Math.Log10(binWidth) - 1e-9), 0, 9);

    // Eighths of a block make short bars comparable; a bin that is not empty is never drawn as if it were.
    private static string Bar(long count, long most, int room)
    {
        const string Eighths = " ▏▎▍▌▋▊▉";
        long eighths = count == 0 ? 0 : Math.Max(1, (long)Math.Round(8.0 * room * count / most));
        string rest = eighths % 8 == 0 ? "" : Eighths[(int)(eighths % 8)].ToString();
        return new string('█', (int)(eighths / 8)) + rest;
    }
}
