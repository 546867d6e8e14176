using Slackline.Tcl;

namespace Slackline.Tests.Security;

/// <summary>Calls that a query may make: every command that queries have, with each of its options and something of the kind that it takes.</summary>
/// <param name="Cell">A register.</param>
/// <param name="Pin">One of its pins.</param>
/// <param name="Net">A net.</param>
internal sealed record LegalCalls(string Cell, string Pin, string Net)
{
    /// <summary>The calls of one command, as Tcl.</summary>
    /// <param name="command">The command.</param>
    /// <param name="options">Its options and the kinds of their values.</param>
    /// <param name="positional">The kinds of its arguments.</param>
    public IEnumerable<string> Of(string command, IReadOnlyList<string> options, IReadOnlyList<string> positional)
    {
        string arguments = string.Concat(positional.Select(kind => " " + Argument(command, kind)));
        yield return command + arguments;
        for (int i = 0; i < options.Count; i += 2)
        {
            // With a net's name, version 3.1.0 itself does not survive it.
            if ((command, options[i]) != ("report_check_types", "-net"))
            {
                yield return options[i + 1] == "flag" ? $"{command} {options[i]}{arguments}" : $"{command} {options[i]} {TclList.Format(Value(command, options[i], options[i + 1]))}{arguments}";
            }
        }
    }

    private string Argument(string command, string kind) => command switch
    {
        "report_path" => kind == "word" ? "r" : Word(Pin),
        "get_property" => kind == "word" ? "full_name" : Word(Cell),
        "report_net" => Word(Net),
        "report_lib_cell" => "INV_X1",
        "help" => "report_*",
        "get_name" or "get_full_name" or "report_object_names" or "report_object_full_names" => $"[get_cells {Word(Cell)}]",
        _ when command.StartsWith("get_", StringComparison.Ordinal) => "*",
        _ when command.StartsWith("report_clock", StringComparison.Ordinal) => "core_clk",
        "report_instance" or "report_cell" or "report_cell_usage" => Word(Cell),
        _ => Word(Pin),
    };

    private string Value(string command, string option, string kind) => (kind, option) switch
    {
        ("digits", _) => "4",
        ("count", _) => "2",
        ("number", _) => "0.1",
        ("words", _) => "slew",
        ("separator", _) => "/",
        ("filter", _) => "name=~*",
        ("word", "-format") => command == "report_power" ? "text" : "end",
        ("word", "-path_delay") => "min",
        ("word", "-object_type") => "cell",
        ("word", "-trace_arcs") => "all",
        ("word", _) => "name",
        (_, "-clock" or "-clocks" or "-rise_clock" or "-fall_clock" or "-path_group") => "core_clk",
        (_, "-of_objects") => command switch
        {
            "get_cell" or "get_cells" or "get_net" or "get_nets" => Pin,
            "get_port" or "get_ports" => Net,
            "get_lib_pin" or "get_lib_pins" => "*/INV_X1",
            _ => Cell,
        },
        (_, "-through" or "-rise_through" or "-fall_through") => Net,
        _ when option.EndsWith("from", StringComparison.Ordinal) || option.EndsWith("to", StringComparison.Ordinal) => command is "report_checks" or "find_timing_paths" ? "core_clk" : Pin,
        _ when option.StartsWith("-corner", StringComparison.Ordinal) || option.StartsWith("-scene", StringComparison.Ordinal) || option.StartsWith("-mode", StringComparison.Ordinal) => "default",
        _ => Cell,
    };

    private static string Word(string name) => TclList.Format(name);
}
