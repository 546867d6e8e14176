using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Puts what a path says into the model, and prints it with the product's own renderer.</summary>
internal static class PathSpecWriter
{
    /// <summary>The path alone in a chunk.</summary>
    public static PathChunk Build(PathSpec spec, bool carriageReturns)
    {
        PathChunk chunk = PathChunk.WithRoomFor(1);
        chunk.UseUnits(TimingUnits.Default);
        PathHeading heading = Heading(spec.Heading, chunk.Names);
        heading.Shape |= carriageReturns ? PathShape.CarriageReturns : 0;
        if (spec.Table is not { } table)
        {
            // Without a table a path names the pins of ports alone.
            heading.StartpointPin = IsPort(spec.Heading?.Startpoint.Detail) ? heading.Startpoint : PathChunk.NoName;
            heading.EndpointPin = IsPort(spec.Heading?.Endpoint.Detail) ? heading.Endpoint : PathChunk.NoName;
            chunk.CommitPath(heading, double.NaN, double.NaN, double.NaN, PathChunk.NoTable, 0);
            return chunk;
        }

        int layout = chunk.UseLayout(table.Layout);
        chunk.UseSpreads();
        foreach (RowSpec row in table.Rows)
        {
            AddRow(chunk, table.Layout, row);
        }

        heading.Shape |= table.Shape;
        heading.Verdict = table.Rows.LastOrDefault(static row => row.Description is "slack (MET)" or "slack (VIOLATED)")?.Description switch
        {
            "slack (MET)" => SlackVerdict.Met,
            "slack (VIOLATED)" => SlackVerdict.Violated,
            _ => SlackVerdict.None,
        };
        chunk.CommitPath(heading, table.Arrival, table.Required, table.Slack, layout, table.Digits);
        return chunk;
    }

    /// <summary>The path's text, Latin-1, with the empty lines that the tool prints after it.</summary>
    public static string Print(PathSpec spec, bool carriageReturns)
    {
        var output = new TextBuffer();
        PathRenderer.Render(Build(spec, carriageReturns)[0], output);
        return output.Written.Latin1() + (carriageReturns ? "\r\n\r\n" : "\n\n");
    }

    private static bool IsPort(string? detail) =>
        detail is not null && (detail.StartsWith("input port", StringComparison.Ordinal) || detail.StartsWith("output port", StringComparison.Ordinal));

    private static PathHeading Heading(HeadingSpec? spec, NameTable names)
    {
        var heading = new PathHeading();
        if (spec is null)
        {
            return heading;
        }

        heading.Shape = PathShape.Headed
            | (spec.Startpoint.Wrapped ? PathShape.StartpointWrapped : 0)
            | (spec.Endpoint.Wrapped ? PathShape.EndpointWrapped : 0);
        heading.Startpoint = Intern(spec.Startpoint.Name);
        heading.StartpointDetail = Intern(spec.Startpoint.Detail);
        heading.Endpoint = Intern(spec.Endpoint.Name);
        heading.EndpointDetail = Intern(spec.Endpoint.Detail);
        heading.PathGroup = Intern(spec.Group);
        heading.PathType = spec.Type;
        heading.Mode = Intern(spec.Mode);
        heading.Corner = Intern(spec.Corner);
        return heading;

        int Intern(string? name) => name is null ? PathChunk.NoName : names.Intern(name.Latin1Bytes());
    }

    private static void AddRow(PathChunk chunk, TableLayout layout, RowSpec spec)
    {
        int description = spec.Description is null ? -1 : chunk.Descriptions.Intern(spec.Description.Latin1Bytes());
        if (spec.Form != RowForm.Cells)
        {
            int row = chunk.AddRow(spec.Form, description);
            chunk.SetTime(row, spec.Time);
            chunk.SetTimeSpread(row, spec.TimeSpread);
            return;
        }

        RowCells cells = RowCells.Blank;
        cells.Transition = spec.Edge;
        cells.Numbers[RowCells.Time] = spec.Time;
        cells.Numbers[RowCells.Delay] = spec.Delay;
        cells.Numbers[RowCells.Slew] = spec.Slew;
        cells.Numbers[RowCells.Capacitance] = spec.Capacitance;
        cells.Numbers[RowCells.Variation] = spec.Variation;
        cells.SlewSpread = layout.Contains(ColumnKind.Slew) ? spec.SlewSpread : Spread.None;
        cells.DelaySpread = layout.Contains(ColumnKind.Delay) ? spec.DelaySpread : Spread.None;
        cells.TimeSpread = spec.TimeSpread;
        cells.Fanout = spec.Fanout;
        cells.Attribute = layout.Contains(ColumnKind.Attribute) && spec.Attribute is not null ? chunk.Names.Intern(spec.Attribute.Latin1Bytes()) : PathChunk.NoName;
        chunk.AddRow(cells, description);
    }
}
