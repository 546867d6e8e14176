using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>
/// Prints each path as one line of JSON. Times are in the tool's time unit; what the report does not say is left out.
/// </summary>
internal sealed class NdjsonOutput : IPathOutput, IDisposable
{
    /// <summary>The columns that are printed unless others are chosen.</summary>
    public const string Usual = "slack, violated, group, type, startpoint, startpoint_pin, endpoint, endpoint_pin, launch_clock, capture_clock, corner, mode, section, arrival, required";

    private const string PointPrefix = "point.";

    private readonly JsonLineWriter _lines;
    private readonly FilterColumn[] _columns;
    private readonly FilterColumn[] _pointColumns;

    /// <param name="output">Where lines go.</param>
    /// <param name="columns">The columns to print, of paths and of points; null for the usual ones.</param>
    /// <param name="withPoints">Whether to print all columns of points when none of them was chosen.</param>
    /// <param name="withFile">Whether the file is among the usual ones.</param>
    public NdjsonOutput(Stream output, IReadOnlyList<FilterColumn>? columns, bool withPoints, bool withFile = false)
    {
        _lines = new JsonLineWriter(output);
        _columns = [.. (columns ?? PathColumns.Parse(withFile ? Usual + ", file" : Usual)).Where(static column => !column.IsPoint)];
        _pointColumns = [.. (columns ?? []).Where(static column => column.IsPoint)];
        if (_pointColumns.Length == 0 && withPoints)
        {
            _pointColumns = [.. PathFilter.Columns.Where(static column => column.IsPoint)];
        }
    }

    public bool WantsMore => true;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        foreach (int match in matches)
        {
            _lines.BeginLine();
            Write(chunk[match]);
            _lines.EndLine();
        }

        _lines.Flush();
        return matches.Length;
    }

    public void Finish() => _lines.Flush();

    public void Dispose() => _lines.Dispose();

    private void Write(TimingPath path)
    {
        foreach (FilterColumn column in _columns)
        {
            _lines.Write(column, PathColumns.Value(column, path));
        }

        if (_pointColumns.Length > 0)
        {
            _lines.Json.WriteStartArray("points");
            foreach (PathRow point in path.Points)
            {
                _lines.Json.WriteStartObject();
                foreach (FilterColumn column in _pointColumns)
                {
                    WritePoint(column.Name[PointPrefix.Length..], point);
                }

                _lines.Json.WriteEndObject();
            }

            _lines.Json.WriteEndArray();
        }
    }

    private void WritePoint(string name, PathRow point)
    {
        switch (name)
        {
            case "pin":
                _lines.WriteText(name, point.Name);
                break;
            case "cell":
                _lines.WriteText(name, point.Cell);
                break;
            case "part":
                _lines.WriteText(name, PathColumns.Word(point.Part));
                break;
            case "edge":
                _lines.WriteText(name, point.Transition == Transition.None ? "" : point.Transition == Transition.Rise ? "rise" : "fall");
                break;
            default:
                _lines.WriteNumber(name, Number(name, point));
                break;
        }
    }

    private static double Number(string name, PathRow point) => name switch
    {
        "delay" => point.Delay,
        "time" => point.Time,
        "slew" => point.Slew,
        "capacitance" => point.Capacitance,
        "fanout" => point.Fanout ?? double.NaN,
        "variation" => point.Variation,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such column of points."),
    };
}
