using System.CommandLine;
using System.CommandLine.Parsing;
using Slackline.Cli.Output;
using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;

namespace Slackline.Cli.Commands;

/// <summary>
/// The options for groups of paths: the columns that form them, the numbers that are summed, and which groups are printed in which order.
/// </summary>
internal sealed class GroupingOptions
{
    private readonly Option<string?> _groupBy;
    private readonly bool _isAlwaysGrouped;
    private readonly Option<int?> _groups = OperatorOptions.Number<int>(
        "--groups", "Print the first N groups, and how many more there are.");
    private readonly Option<GroupOrder?> _sort = new OrderOption();
    private readonly Option<string?> _total = new("--total")
    {
        Description = "Add up these numbers of the paths of each group: 'sum(point.delay where point.cell like \"BUF*\"), depth'.",
        HelpName = "NUMBERS",
    };

    /// <param name="description">What --group-by does.</param>
    /// <param name="isAlwaysGrouped">Whether the command prints groups without --group-by, too.</param>
    public GroupingOptions(string description, bool isAlwaysGrouped)
    {
        _isAlwaysGrouped = isAlwaysGrouped;
        _groupBy = new Option<string?>("--group-by") { Description = description, HelpName = "COLUMNS" };
        OperatorOptions.Check(_groupBy, static text => PathColumns.ParseShown(text));
        OperatorOptions.Check(_total, static text => PathGroups.ParseAdded(text));
    }

    /// <summary>The option that makes groups.</summary>
    public Option<string?> GroupBy => _groupBy;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_groupBy, _groups, _sort, _total])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            foreach (Option option in ((Option[])[_groups, _sort, _total]).Where(
                option => !_isAlwaysGrouped && OperatorOptions.IsGiven(result, option) && !OperatorOptions.IsGiven(result, _groupBy)))
            {
                result.AddError($"{option.Name} is about groups: give --group-by too.");
            }
        });
    }

    /// <summary>Counts the groups, and prints them.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="unless">
    /// The columns when none are given; the columns after them are hidden where all groups have equal values in them.
    /// </param>
    /// <param name="limits">Bounds on memory.</param>
    /// <param name="format">How they are printed.</param>
    /// <param name="where">The filter; null for none.</param>
    public GroupOutput Output(
        ParseResult arguments, (string Columns, string[] Hidden) unless, GroupLimits limits, OutputFormat format, string? where)
    {
        string? chosen = arguments.GetValue(_groupBy);
        string? total = arguments.GetValue(_total);
        var view = new GroupView(
            arguments.GetValue(_sort), arguments.GetValue(_groups) ?? int.MaxValue)
        { HiddenIfAlike = chosen is null ? unless.Hidden : [] };
        bool isOfPoints = chosen is not null && PathColumns.ParseShown(chosen).Any(static column => column.IsPoint);
        var detail = new GroupDetail
        {
            Added = total,
            WithAll = format == OutputFormat.Table && (isOfPoints || total is not null || view.Most < int.MaxValue),
            WithClocks = where is not null && PathFilter.Parse(where).AsksForPart,
        };
        return GroupOutput.Make(new PathGroups(chosen ?? unless.Columns, limits, detail), format, view);
    }

    private sealed class OrderOption : Option<GroupOrder?>, IValueOption
    {
        public OrderOption()
            : base("--sort")
        {
            Description = "The order of groups, with asc or desc after it in the same word: 'paths asc'. "
                + "Default: wns, the worst first; by columns of points violating, the most first.";
            HelpName = string.Join('|', Enum.GetNames<GroupMeasure>()).ToLowerInvariant();
            CustomParser = Read;
            CompletionSources.Clear();
            CompletionSources.Add(
                static _ =>
                    Enum.GetNames<GroupMeasure>().Select(
                        static name => new System.CommandLine.Completions.CompletionItem(name.ToLowerInvariant())));
        }

        public string Takes => GroupOrder.Takes;

        private GroupOrder? Read(ArgumentResult result)
        {
            string text = result.Tokens[0].Value;
            if (!GroupOrder.TryParse(text, out GroupOrder? order))
            {
                result.AddError(Mistakes.Takes(result, Takes, text));
            }

            return order;
        }
    }
}
