using System.CommandLine;
using Slackline.Cli.Output;
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
        command.SetAction(_ =>
        {
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
}
