using System.Globalization;
using System.Text;

namespace Slackline.Reports.Design;

/// <summary>The number of cells of one kind.</summary>
/// <param name="Name">The kind of cells, such as <c>Buffer/inverters</c>.</param>
/// <param name="Count">The number of instances.</param>
public sealed record CellCount(string Name, int Count)
{
    private const string Colon = ": ";

    internal void WriteLine(LineWriter lines) => lines.Line($"  {Name}{Colon}{Count.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Reads the count in a line; null when the line has none.</summary>
    internal static CellCount? TryRead(ReadOnlySpan<byte> line)
    {
        int colon = line.LastIndexOf(": "u8);
        return line.StartsWith("  "u8) && colon > 2 && DecimalText.TryReadCount(line[(colon + Colon.Length)..], out int count)
            ? new CellCount(Encoding.UTF8.GetString(line[2..colon]), count)
            : null;
    }
}
