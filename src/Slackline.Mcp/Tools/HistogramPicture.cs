using System.Globalization;
using System.Net;
using System.Text;
using Slackline.Queries.Aggregates;

namespace Slackline.Mcp.Tools;

/// <summary>Draws a histogram of slacks as SVG: violating bins red, the others grey.</summary>
internal static class HistogramPicture
{
    private const int Width = 640;
    private const int Height = 320;
    private const int Left = 60;
    private const int Top = 34;
    private const int PlotWidth = Width - Left - 20;
    private const int PlotHeight = Height - Top - 40;
    private const int MaxTitleLength = 90;

    /// <summary>The drawing.</summary>
    /// <param name="bins">The bins from the worst slack on.</param>
    /// <param name="title">What they are of.</param>
    public static string Draw(IReadOnlyList<HistogramBin> bins, string title)
    {
        var svg = new StringBuilder();
        Add(svg, $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" font-family="sans-serif" font-size="11">""");
        Add(svg, $"""<rect width="{Width}" height="{Height}" fill="white"/>""");
        Add(svg, $"""<text x="{Left}" y="20" font-size="13">{WebUtility.HtmlEncode(title.Length <= MaxTitleLength ? title : title[..MaxTitleLength] + "…")}</text>""");
        double width = bins.Count == 0 ? 0 : (double)PlotWidth / bins.Count;
        long most = bins.Count == 0 ? 0 : bins.Max(static bin => bin.Count);
        for (int i = 0; i < bins.Count; i++)
        {
            double height = (double)PlotHeight * bins[i].Count / most;
            string colour = bins[i].Low < 0 ? "#c0392b" : "#7f8c8d";
            Add(svg, $"""<rect x="{Left + (i * width):0.##}" y="{Top + PlotHeight - height:0.##}" width="{Math.Max(1, width - 1):0.##}" height="{height:0.##}" fill="{colour}"><title>{bins[i].Low:0.######} to {bins[i].High:0.######}: {bins[i].Count}</title></rect>""");
        }

        int baseline = Top + PlotHeight;
        Add(svg, $"""<line x1="{Left}" y1="{baseline}" x2="{Left + PlotWidth}" y2="{baseline}" stroke="black"/>""");
        Add(svg, $"""<text x="{Left - 6}" y="{Top + 8}" text-anchor="end">{most}</text><text x="{Left - 6}" y="{baseline}" text-anchor="end">0</text>""");
        if (bins.Count > 0)
        {
            Add(svg, $"""<text x="{Left}" y="{baseline + 16}">{bins[0].Low:0.######}</text><text x="{Left + PlotWidth}" y="{baseline + 16}" text-anchor="end">{bins[^1].High:0.######}</text>""");
        }

        Add(svg, $"""<text x="{Left + (PlotWidth / 2)}" y="{baseline + 32}" text-anchor="middle">slack (paths a bin; red is violating)</text></svg>""");
        return svg.ToString();
    }

    private static void Add(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
