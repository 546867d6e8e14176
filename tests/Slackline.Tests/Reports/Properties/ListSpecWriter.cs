using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Puts what a list says into the model, and prints it with the product's own renderer.</summary>
internal static class ListSpecWriter
{
    /// <summary>The paths alone in a chunk.</summary>
    public static PathChunk Build(ListSpec spec, bool carriageReturns)
    {
        var chunk = new PathChunk();
        chunk.UseUnits(TimingUnits.Default);
        PathListHeading list = spec.Heading;
        int layout = chunk.UseLayout(new TableLayout(
            [new TableColumn(ColumnKind.Description, "", list.NameWidth), new TableColumn(ColumnKind.Time, "", list.NumberWidth)]));
        foreach (ListRowSpec row in spec.Rows)
        {
            var heading = new PathHeading { Format = list.Format, Shape = carriageReturns ? PathShape.CarriageReturns : 0 };
            (double arrival, double required) = (double.NaN, double.NaN);
            switch (list)
            {
                case EndListHeading end:
                    heading.PathType = end.PathType;
                    heading.PathGroup = Intern(end.Group);
                    SetEndpoint(ref heading, row);
                    heading.Verdict = row.IsViolated ? SlackVerdict.Violated : SlackVerdict.Met;
                    (arrival, required) = (row.Arrival, row.Required);
                    break;
                case SummaryListHeading:
                    heading.Startpoint = Intern(row.Startpoint.Name);
                    heading.StartpointDetail = Intern(row.Startpoint.Cell);
                    SetEndpoint(ref heading, row);
                    break;
                default:
                    heading.PathGroup = Intern(row.Group);
                    break;
            }

            heading.StartpointPin = heading.Startpoint;
            heading.EndpointPin = heading.Endpoint;
            bool showsDigits = double.IsFinite(arrival) || double.IsFinite(required) || double.IsFinite(row.Slack);
            chunk.CommitPath(heading, arrival, required, row.Slack, layout, showsDigits ? spec.Digits : 0);
        }

        return chunk;

        void SetEndpoint(ref PathHeading heading, ListRowSpec row)
        {
            heading.Endpoint = Intern(row.Endpoint.Name);
            heading.EndpointDetail = Intern(row.Endpoint.Cell);
        }

        int Intern(string name) => chunk.Names.Intern(name.Latin1Bytes());
    }

    /// <summary>The list's text, Latin-1, with its heading and the empty line after it.</summary>
    public static string Print(ListSpec spec, bool carriageReturns)
    {
        var output = new TextBuffer();
        (spec.Heading with { CarriageReturns = carriageReturns }).Render(output);
        PathChunk chunk = Build(spec, carriageReturns);
        for (int i = 0; i < chunk.Count; i++)
        {
            PathRenderer.Render(chunk[i], output);
        }

        return output.Written.Latin1() + (carriageReturns ? "\r\n" : "\n");
    }
}
