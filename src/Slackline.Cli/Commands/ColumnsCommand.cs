using System.CommandLine;
using Slackline.Cli.Output;
using Slackline.Service.Queries;
using Slackline.Timing.Schema;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline columns</c>: what a filter can ask for.</summary>
internal static class ColumnsCommand
{
    private const int Functions = 34;

    private static readonly (string Function, string Description)[] s_functions =
    [
        ("abs(x), min(x, y), max(x, y)", "of numbers"),
        ("count(CONDITION)", "how many of the path's points satisfy it: count(point.cell like \"BUF*\")"),
        ("sum(NUMBER where CONDITION)",
            "over the path's points, or those that satisfy it; also min, max: sum(point.delay where point.cell like \"BUF*\")"),
        ("bus(NAME)", "core/r[12]/D, core/r_12_/D: core/r[*]/D, core/r_*_/D"),
        ("level(NAME, N)", "the first levels of an instance: level(endpoint, 2) is core/dp_0 of core/dp_0/stage_1/reg"),
    ];

    public static Command Make()
    {
        var command = new Command(
            "columns", "List the columns and functions that --where, --columns, --group-by, --distinct, --by and --total understand.");
        var format = new ChoiceOption<OutputFormat>(
            "--format", "How to print. ndjson: a line for each column, without the functions.", OutputFormat.Table,
            [OutputFormat.Table, OutputFormat.Ndjson], "-f");
        command.Add(format);
        command.SetAction(arguments =>
        {
            if (arguments.GetValue(format) == OutputFormat.Ndjson)
            {
                PrintLines();
                return ExitCode.Success;
            }

            int width = PathSchema.Columns.All.Max(column => column.Name.Length);
            foreach (Column column in PathSchema.Columns.All)
            {
                string synonyms = column.Synonyms.Count == 0 ? "" : $" (also {string.Join(", ", column.Synonyms)})";
                Console.WriteLine($"{column.Name.PadRight(width)}  {column.Meaning}{synonyms}");
            }

            Console.WriteLine();
            foreach ((string function, string description) in s_functions)
            {
                Console.WriteLine($"{function.PadRight(Functions)}  {description}");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static void PrintLines()
    {
        using var lines = new JsonLineWriter(StandardOutput.Stream);
        foreach (Column column in PathSchema.Columns.All)
        {
            lines.BeginLine();
            lines.Json.WriteString("name", column.Name);
            lines.Json.WriteString("type", column.Type.ToString().ToLowerInvariant());
            lines.Json.WriteString("meaning", column.Meaning);
            lines.Json.WriteBoolean("of_points", column.IsPoint);
            lines.Json.WriteBoolean("can_be_shown", column is not TextColumn { Either: not null });
            Write("synonyms", column.Synonyms);
            Write("words", (column as TextColumn)?.Words ?? []);
            lines.EndLine();
        }

        lines.Flush();

        void Write(string name, IReadOnlyList<string> texts)
        {
            lines.Json.WriteStartArray(name);
            foreach (string text in texts)
            {
                lines.Json.WriteStringValue(text);
            }

            lines.Json.WriteEndArray();
        }
    }
}
