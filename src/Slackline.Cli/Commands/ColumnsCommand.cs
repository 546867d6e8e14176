using System.CommandLine;
using Slackline.Queries;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline columns</c>: what a filter can ask for.</summary>
internal static class ColumnsCommand
{
    public static Command Make()
    {
        var command = new Command("columns", "List the columns that --where understands.");
        command.SetAction(_ =>
        {
            int width = PathFilter.Columns.Max(column => column.Name.Length);
            foreach (FilterColumn column in PathFilter.Columns)
            {
                string synonyms = column.Synonyms.Count == 0 ? "" : $" (also {string.Join(", ", column.Synonyms)})";
                Console.WriteLine($"{column.Name.PadRight(width)}  {column.Description}{synonyms}");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
