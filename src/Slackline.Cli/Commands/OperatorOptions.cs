using System.CommandLine;
using System.CommandLine.Parsing;
using System.Numerics;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary>The options that choose, order and thin out the paths that pass the filter.</summary>
internal sealed class OperatorOptions
{
    /// <summary>Describes, in a command's help, the order in which the options apply.</summary>
    public const string Order =
        """
        The options apply in this order, whatever their order on the command line:
          --where, --distinct, --every, --sample, --top, --skip, --take, and then --group-by or --columns.
        """;

    private readonly Option<string?> _distinct = new("--distinct")
    {
        Description = "Only the worst path for each combination of values in these columns or expressions: "
            + "'endpoint_pin', 'bus(endpoint_pin)', 'launch_clock, capture_clock'. --by says which is the worst. "
            + "They are printed at the end, the worst first.",
        HelpName = "COLUMNS",
    };

    private readonly Option<long?> _every = Number<long>("--every", "One path of N: the first, and then every N-th.");
    private readonly Option<int?> _sample = Number<int>("--sample", "N paths chosen at random, in their order. They come at the end.");
    private readonly Option<int?> _seed = new NumberOption<int>(
        "--seed", "Another seed chooses other paths for --sample.", int.MinValue, int.MaxValue, 1);
    private readonly Option<int?> _top = Number<int>("--top", "The first N paths in the order of --by. They come at the end.");

    private readonly Option<string> _by = new("--by")
    {
        Description = "The order for --top and --distinct: columns or expressions, each with asc, desc or nothing after it. "
            + "With neither, the worst comes first (slack ascends; depth and computed numbers descend).",
        HelpName = "ORDER",
        DefaultValueFactory = _ => "slack",
    };

    private readonly Option<bool> _ascending = new("--ascending") { Description = "For --by: smallest first." };
    private readonly Option<bool> _descending = new("--descending") { Description = "For --by: largest first." };
    private readonly Option<long?> _skip = new NumberOption<long>("--skip", "Leave out the first N paths.", 0, long.MaxValue, null);
    private readonly Option<long?> _take = Number<long>("--take", "Stop after N paths.", null, "--limit", "-n");
    private readonly Option<int?> _maxKeys = Number<int>(
        "--max-keys", "How many different keys --distinct and --group-by may remember. [default: 1000000 and 100000]");

    public OperatorOptions()
    {
        Check(_distinct, static text => PathColumns.Parse(text));
        Check(_by, static text => PathOrder.Parse(text));
    }

    /// <summary>An option that is a whole number from 1 on; null unless given or there is a default.</summary>
    public static Option<T?> Number<T>(string name, string description, T? unless = null, params string[] aliases)
        where T : struct, INumber<T>, IMinMaxValue<T> => new NumberOption<T>(name, description, T.One, T.MaxValue, unless, aliases);

    /// <summary>Makes the command line point at the error in an option's text.</summary>
    public static void Check<T>(Option<T> option, Action<string> parse) => option.Validators.Add(result =>
    {
        try
        {
            if (result.GetValueOrDefault<T>() is string text && !string.IsNullOrWhiteSpace(text))
            {
                parse(text);
            }
        }
        catch (FilterException e)
        {
            result.AddError($"{Mistakes.Name(result)}: {e.Message}\n{e.Picture}");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_distinct, _every, _sample, _seed, _top, _by, _ascending, _descending, _skip, _take, _maxKeys])
        {
            command.Add(option);
        }

        command.Validators.Add(result =>
        {
            if (!IsGiven(result, _distinct))
            {
                Needs(result, _top, _by, _ascending, _descending);
            }

            Needs(result, _sample, _seed);
            if (IsGiven(result, _ascending) && IsGiven(result, _descending))
            {
                result.AddError("--ascending and --descending contradict each other.");
            }
        });
    }

    /// <summary>Whether the command line has an option.</summary>
    public static bool IsGiven(CommandResult command, Option option) =>
        command.GetResult(option) is { Implicit: false } given && (given.Tokens.Count > 0 || option.Arity.MinimumNumberOfValues == 0);

    /// <summary>The operators that the options add to a stream of paths; null when none is given.</summary>
    public Func<PathSequence, PathSequence>? Operators(ParseResult arguments)
    {
        SortDirection? direction = arguments.GetValue(_descending)
            ? SortDirection.Descending
            : arguments.GetValue(_ascending)
            ? SortDirection.Ascending
            : null;
        return new PathOperators
        {
            Distinct = arguments.GetValue(_distinct),
            Order = PathOrder.Parse(arguments.GetRequiredValue(_by), direction),
            Every = arguments.GetValue(_every),
            Sample = arguments.GetValue(_sample),
            Seed = arguments.GetValue(_seed)!.Value,
            Top = arguments.GetValue(_top),
            Skip = arguments.GetValue(_skip),
            Take = arguments.GetValue(_take),
            MaxKeys = arguments.GetValue(_maxKeys),
        }.Steps();
    }

    /// <summary>The bounds for --group-by.</summary>
    public GroupLimits GroupLimits(ParseResult arguments) =>
        arguments.GetValue(_maxKeys) is { } maxKeys ? new GroupLimits { MaxGroups = maxKeys } : new GroupLimits();

    private static void Needs(CommandResult command, Option needed, params Option[] options)
    {
        foreach (Option option in options.Where(option => IsGiven(command, option) && command.GetResult(needed) is not { Implicit: false }))
        {
            command.AddError($"{option.Name} says how {needed.Name} chooses: give {needed.Name} too.");
        }
    }
}
