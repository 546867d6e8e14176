using Slackline.Timing.Schema;

namespace Slackline.Queries.Model;

/// <summary>A checked expression: a text or a number.</summary>
/// <param name="Kind">Its type; <see cref="ColumnType.Count"/> also for products and quotients of any dimension.</param>
/// <param name="Text">The text; null for a number.</param>
/// <param name="Number">The number, or a condition as one; null for a text.</param>
/// <param name="Unit">What the number counts, such as <c>ns</c>; empty for a plain number.</param>
internal sealed record CheckedValue(ColumnType Kind, TextValueNode? Text, NumberNode? Number, string Unit);
