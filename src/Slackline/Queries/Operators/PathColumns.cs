using System.Buffers;
using System.Globalization;
using System.Text;
using Slackline.Queries.Model;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>Columns of paths, named as in filters.</summary>
public static class PathColumns
{
    // A sign, the 309 digits of the largest number, the point, and as many digits behind it as a chunk can tell of.
    private const int LongestFixed = 1 + 309 + 1 + byte.MaxValue;

    private static readonly string[] s_fixed = [.. Enumerable.Range(0, 16).Select(static digits => string.Create(CultureInfo.InvariantCulture, $"F{digits}"))];

    /// <summary>Reads a list such as <c>endpoint, arrival / depth</c>: columns and expressions of paths, but not <c>clock</c>, which is two.</summary>
    /// <exception cref="FilterException">It is no such list.</exception>
    public static IReadOnlyList<PathExpression> Parse(string text) => PathExpression.ParseList(text, allowsPoints: false);

    /// <summary>Reads a list in which columns and expressions of points may stand, too.</summary>
    /// <exception cref="FilterException">It is no such list.</exception>
    public static IReadOnlyList<PathExpression> ParseShown(string text) => PathExpression.ParseList(text, allowsPoints: true);

    /// <summary>What a path has in a column that is none of points.</summary>
    public static ColumnValue Value(FilterColumn column, TimingPath path)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Id switch
        {
            ColumnId.Slack => Time(Shown(path)),
            ColumnId.Arrival => Time(path.Arrival),
            ColumnId.Required => Time(path.Required),
            ColumnId.Uncertainty => Time(path.Chunk.Term(path.Index, DescriptionKind.ClockUncertainty)),
            ColumnId.Pessimism => Time(path.Chunk.Term(path.Index, DescriptionKind.ClockReconvergencePessimism)),
            ColumnId.CheckTime => Time(path.Chunk.CheckTime(path.Index)),
            ColumnId.Startpoint => Text(path.Startpoint),
            ColumnId.Endpoint => Text(path.Endpoint),
            ColumnId.StartpointPin => Text(path.StartpointPin),
            ColumnId.EndpointPin => Text(path.EndpointPin),
            ColumnId.Group => Text(path.PathGroup),
            ColumnId.PathType => Text(path.PathType == PathType.Unknown ? "" : path.PathType == PathType.Max ? "max" : "min"),
            ColumnId.Corner => Text(path.Corner),
            ColumnId.Mode => Text(path.Mode),
            ColumnId.File => Text(path.File),
            ColumnId.Section => Text(path.Section),
            ColumnId.LaunchClock => Text(path.LaunchClock),
            ColumnId.CaptureClock => Text(path.CaptureClock),
            ColumnId.StartpointDetail => Text(path.StartpointDetail),
            ColumnId.EndpointDetail => Text(path.EndpointDetail),
            ColumnId.Violated => Condition(path.IsViolated),
            ColumnId.Constrained => Condition(!double.IsNaN(path.Slack)),
            ColumnId.Depth => new ColumnValue(FilterColumnKind.Count, "", path.Depth is >= 0 and int depth ? depth : double.NaN),
            _ => throw new ArgumentException($"A path has no single {column.Name}.", nameof(column)),
        };
    }

    /// <summary>Appends what a path has in a column that is none of points, as its report prints it; nothing where that is blank.</summary>
    public static void Write(FilterColumn column, TimingPath path, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(output);
        PathChunk chunk = path.Chunk;
        int i = path.Index;
        switch (column.Id)
        {
            case ColumnId.Startpoint:
                output.Write(Name(chunk, chunk.Startpoint[i]));
                break;
            case ColumnId.Endpoint:
                output.Write(Name(chunk, chunk.Endpoint[i]));
                break;
            case ColumnId.StartpointPin:
                output.Write(chunk.StartpointPin(i));
                break;
            case ColumnId.EndpointPin:
                output.Write(chunk.EndpointPin(i));
                break;
            case ColumnId.Group:
                output.Write(Name(chunk, chunk.PathGroup[i]));
                break;
            case ColumnId.LaunchClock:
                output.Write(EndDetail.Clock(Name(chunk, chunk.StartpointDetail[i])));
                break;
            case ColumnId.CaptureClock:
                output.Write(EndDetail.Clock(Name(chunk, chunk.EndpointDetail[i])));
                break;
            default:
                ColumnValue value = Value(column, path);
                if (value.Kind == FilterColumnKind.Time && !value.IsBlank)
                {
                    WriteFixed(value.Number, path.Digits, output);
                }
                else
                {
                    Encoding.UTF8.GetBytes(value.ToString(), output);
                }

                break;
        }
    }

    /// <summary>The word for a part of a path, as in the column <c>point.part</c>.</summary>
    public static string Word(PathPart part) => Evaluation.PartSource.Words[(int)part];

    internal static void WriteFixed(double value, int digits, IBufferWriter<byte> output)
    {
        string format = digits < s_fixed.Length ? s_fixed[digits] : string.Create(CultureInfo.InvariantCulture, $"F{digits}");
        value.TryFormat(output.GetSpan(LongestFixed), out int length, format, CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    private static ReadOnlySpan<byte> Name(PathChunk chunk, int id) => id < 0 ? default : chunk.Names[id];

    private static ColumnValue Time(double value) => new(FilterColumnKind.Time, "", value);

    private static ColumnValue Text(string value) => new(FilterColumnKind.Text, value, double.NaN);

    private static ColumnValue Condition(bool? holds) => new(FilterColumnKind.Condition, "", holds is { } known ? (known ? 1 : 0) : double.NaN);

    // A number of single precision has nine digits; what stands behind them in ours comes of the unit.
    private static double Shown(TimingPath path) =>
        path.Chunk.HasExactSlack(path.Index) && path.Slack != 0 ? Math.Round(path.Slack, Math.Clamp(8 - (int)Math.Floor(Math.Log10(Math.Abs(path.Slack))), 0, 15)) : path.Slack;
}
