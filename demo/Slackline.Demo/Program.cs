using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Slackline.Demo;

const int Succeeded = 0;
const int Failed = 1;
const int BadUsage = 2;

var defaults = new DemoOptions();
var outOption = new Option<string>("--out")
{
    Description = "Directory to write into; it is made if need be, and files of earlier runs are replaced.",
    HelpName = "DIR",
    Required = true,
};
var endpointsOption = Number(
    "--endpoints", "Timing endpoints in all: pins of registers with a check, and output ports.", defaults.Endpoints);
var depthOption = Number("--depth", "Typical number of logic cells between two registers.", defaults.Depth);
var clocksOption = Number("--clocks", "Root clocks: core_clk, io_clk, mem_clk, ... Generated and virtual ones come on top.", defaults.Clocks);
var cornersOption = Number("--corners", "Process corners: tt, ss, ff, ... One Liberty file each.", defaults.Corners);
var timeUnitOption = Unit("--time-unit", "What times in the files count: 1ns, 100ps, 10ps or 1ps. The design is the same.", defaults.TimeUnit);
var capacitanceUnitOption = Unit("--capacitance-unit", "What capacitances count: 1fF, 10fF, 100fF or 1pF.", defaults.CapacitanceUnit);
var seedOption = Number("--seed", "Another seed gives another design of the same kind; the same gives the same bytes.", defaults.Seed);

var command = new RootCommand(
    """
    Writes a demonstration design for OpenSTA: netlist, library, constraints, placement, and a script that loads it all.

    It has every kind of timing path that OpenSTA can report: rising and falling registers, latches that borrow time,
    gated, generated and asynchronous clocks, resets, exceptions, data checks, ports, and what is left unconstrained.
    Try:
      slackline-demo --out /tmp/demo --endpoints 10000
      sta /tmp/demo/setup.tcl
      report_checks -path_delay max -format full_clock_expanded
    """)
{
    outOption, endpointsOption, depthOption, clocksOption, cornersOption, seedOption, timeUnitOption, capacitanceUnitOption,
};
command.SetAction(result => Write(
    result.GetValue(outOption)!,
    new DemoOptions(
        result.GetValue(endpointsOption),
        result.GetValue(depthOption),
        result.GetValue(clocksOption),
        result.GetValue(cornersOption),
        result.GetValue(seedOption),
        result.GetRequiredValue(timeUnitOption),
        result.GetRequiredValue(capacitanceUnitOption))));

var parsed = command.Parse(args);
return parsed.Errors.Count > 0 ? Refuse(parsed.Errors.Select(error => error.Message)) : parsed.Invoke();

static Option<T> Number<T>(string name, string description, T byDefault)
    where T : ISpanParsable<T> =>
    new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => byDefault,
        CustomParser = given =>
        {
            var text = given.Tokens[0].Value;
            if (!T.TryParse(text, CultureInfo.InvariantCulture, out var number))
            {
                given.AddError($"{name} takes a whole number, not '{text}'.");
            }

            return number;
        },
    };

static Option<string> Unit(string name, string description, string byDefault) =>
    new(name) { Description = description, HelpName = "UNIT", DefaultValueFactory = _ => byDefault };

static int Refuse(IEnumerable<string> faults)
{
    foreach (var fault in faults)
    {
        Console.Error.WriteLine($"slackline-demo: {fault}");
    }

    Console.Error.WriteLine("Run 'slackline-demo --help' for the options and their defaults.");
    return BadUsage;
}

static int Write(string directory, DemoOptions options)
{
    var faults = options.Validate();
    if (faults.Count > 0)
    {
        return Refuse(faults);
    }

    try
    {
        var started = Stopwatch.GetTimestamp();
        var files = DemoDesign.Write(directory, options, ProgressLine.ForTerminal());
        ProgressLine.Clear();
        Summarize(files, options, Stopwatch.GetElapsedTime(started));
        return Succeeded;
    }
    catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
    {
        Console.Error.WriteLine($"slackline-demo: cannot write to '{directory}': {fault.Message}");
        return Failed;
    }
}

static void Summarize(DemoFiles files, DemoOptions options, TimeSpan took)
{
    var invariant = CultureInfo.InvariantCulture;
    Console.WriteLine(string.Create(
        invariant,
        $"{files.Endpoints:N0} endpoints, {files.Instances:N0} cells, {files.Nets:N0} nets, root clocks: {options.Clocks}, corners: {options.Corners}, {took.TotalSeconds:0.0} s"));
    foreach (var file in files.All)
    {
        Console.WriteLine(string.Create(invariant, $"  {new FileInfo(file).Length,15:N0} bytes  {file}"));
    }

    Console.WriteLine($"Try: sta {files.Setup}");
}
