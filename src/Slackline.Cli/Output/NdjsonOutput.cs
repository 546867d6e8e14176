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
    public const string Usual = "slack, violated, path_group, path_type, startpoint, startpoint_pin, endpoint, endpoint_pin, launch_clock, capture_clock, corner, mode, section, arrival, required";

    /// <summary>The columns of points that are printed unless others are chosen.</summary>
    private const string UsualOfPoints = "point.pin, point.cell, point.edge, point.part, point.delay, point.time, point.slew, point.capacitance, point.fanout, point.variation";

    private const string PointPrefix = "point.";

    private readonly JsonLineWriter _lines;
    private readonly PathValues _values;
    private readonly string[] _names;
    private readonly bool _hasPoints;

    /// <param name="output">Where lines go.</param>
    /// <param name="columns">The columns to print, of paths and of points; null for the usual ones.</param>
    /// <param name="withPoints">Whether to print all columns of points when none of them was chosen.</param>
    /// <param name="withFile">Whether the file is among the usual ones.</param>
    public NdjsonOutput(Stream output, IReadOnlyList<PathExpression>? columns, bool withPoints, bool withFile = false)
    {
        _lines = new JsonLineWriter(output);
        columns ??= PathColumns.Parse(withFile ? Usual + ", file" : Usual);
        if (withPoints && !columns.Any(static column => column.IsPoint))
        {
            columns = [.. columns, .. PathColumns.ParseShown(UsualOfPoints)];
        }

        _values = new PathValues(columns);
        _names = [.. columns.Select(
            static column => column is { IsPoint: true, Column: not null } ? column.Name[PointPrefix.Length..] : column.Name)];
        _hasPoints = columns.Any(static column => column.IsPoint);
    }

    public bool WantsMore => true;

    public string? NamesUnit => _values.Expressions.Any(static column => column.DependsOnUnits) ? "A column" : null;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        _values.Load(chunk, matches);
        for (int i = 0; i < matches.Length; i++)
        {
            _lines.BeginLine();
            Write(i, ofPoints: false);
            if (_hasPoints)
            {
                WritePoints(i);
            }

            _lines.EndLine();
        }

        _lines.Flush();
        return matches.Length;
    }

    public void Finish() => _lines.Flush();

    public void Dispose() => _lines.Dispose();

    private void WritePoints(int path)
    {
        _lines.Json.WriteStartArray("points");
        int points = _values.LoadPoints(path);
        for (int i = 0; i < points; i++)
        {
            _lines.Json.WriteStartObject();
            Write(i, ofPoints: true);
            _lines.Json.WriteEndObject();
        }

        _lines.Json.WriteEndArray();
    }

    private void Write(int index, bool ofPoints)
    {
        for (int i = 0; i < _values.Expressions.Count; i++)
        {
            if (_values.Expressions[i].IsPoint == ofPoints)
            {
                _lines.Write(_names[i], _values.Value(i, index));
            }
        }
    }
}
