using System.CommandLine;
using Slackline.Cli.Output;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline histogram</c>: how the slacks are distributed.</summary>
internal static class HistogramCommand
{
    private const int WidthWithoutTerminal = 100;

    public static Command Make()
    {
        SourceOptions source = SourceOptions.Either();
        var operators = new OperatorOptions();
        var bins = new Option<int>("--bins") { Description = "The most bins to draw.", DefaultValueFactory = _ => 20, HelpName = "N" };
        var command = new Command(
            "histogram",
            $"""
            Draw the distribution of slacks.

              slackline histogram timing.rpt --where 'group = "core_clk"'
              slackline histogram timing.rpt --distinct endpoint_pin          each endpoint counts once, with its worst slack

            {OperatorOptions.Order}
            """)
        {
            bins,
        };
        source.AddTo(command);
        operators.AddTo(command);
        command.SetAction((arguments, cancellation) =>
        {
            int width = Terminal.Width > 0 ? Terminal.Width : WidthWithoutTerminal;
            var output = new HistogramOutput(StandardOutput.Text, Math.Max(1, arguments.GetValue(bins)), width, Terminal.HasColours);
            return source.RunAsync(arguments, output, cancellation, operators.Operators(arguments));
        });
        return command;
    }
}
