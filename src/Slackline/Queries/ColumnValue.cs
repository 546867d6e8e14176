using System.Globalization;
using Slackline.Timing.Schema;

namespace Slackline.Queries;

/// <summary>The value of a path in a column.</summary>
/// <param name="Kind">What the column holds.</param>
/// <param name="Text">The text of a text column; empty when blank or of another kind.</param>
/// <param name="Number">
/// The number of a column of times (in the tool's time unit) or counts, NaN when blank; of a condition 1 when it holds, otherwise 0, and
/// NaN when that is not known.
/// </param>
public readonly record struct ColumnValue(ColumnType Kind, string Text, double Number)
{
    /// <summary>Whether the report does not say.</summary>
    public bool IsBlank => Kind == ColumnType.Text ? Text.Length == 0 : double.IsNaN(Number);

    /// <summary>The text, the number in full, true or false; empty when blank.</summary>
    public override string ToString() => Kind switch
    {
        ColumnType.Text => Text,
        ColumnType.Flag => double.IsNaN(Number) ? "" : Number == 0 ? "false" : "true",
        _ => double.IsNaN(Number) ? "" : Number.ToString(CultureInfo.InvariantCulture),
    };
}
