using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Design;
using static Slackline.Tests.Reports.Properties.ReportGen;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes random reports of nets, instances, cells, pins and the edges between them.</summary>
internal static class NetlistReportGen
{
    private static readonly Gen<string> s_direction = Gen.OneOf("input", "output", "tristate", "bidirect", "internal", "power");

    /// <summary>The generators by type.</summary>
    public static IEnumerable<KeyValuePair<Type, Gen<Report>>> All =>
    [
        OfDigits(9, Net), Of(Instance()), OfDigits(9, LibraryCell),
        OfDigits(9, static digits => Gen.Select(Name, s_direction, Gen.Enum<NetPinKind>(), MaybeValue(Capacitances(digits)), Maybe(Name), (pin, direction, kind, capacitance, net) => new PinReport
        {
            Pin = pin, Direction = direction, Kind = kind, Capacitance = capacitance, Net = net, Digits = capacitance is null ? 0 : digits,
        })),
        Of(Constants()), Of(DisabledEdges()),
        Of(Name.Array[2, 6].Where(static pins => pins.Distinct().Count() == pins.Length).Select(static pins => new CombinationalLoop { Pins = pins })),
    ];

    private static Gen<Capacitance> Capacitances(int digits) => Gen.Select(Number(digits).Array[4], Gen.Enum<CapacitanceForm>(), static (values, form) => form switch
    {
        CapacitanceForm.OneValue => new Capacitance(values[0], values[0], values[0], values[0], form),
        CapacitanceForm.Range => new Capacitance(values[0], values[1], values[0], values[1], form),
        CapacitanceForm.RiseFall => new Capacitance(values[0], values[0], values[1], values[1], form),
        _ => new Capacitance(values[0], values[1], values[2], values[3], form),
    });

    private static Gen<NetReport> Net(int digits)
    {
        Gen<Capacitance> capacitance = Capacitances(digits);
        Gen<NetCapacitances> capacitances = Gen.Select(capacitance.Array[3], Count.Array[3], static (of, counts) => new NetCapacitances(of[0], of[1], of[2], counts[0], counts[1], counts[2]));
        Gen<PinLocation> location = Gen.Select(Number(0), Number(0), static (x, y) => new PinLocation(x, y));
        Gen<NetPin> pin = Gen.Select(Name, s_direction, Gen.Enum<NetPinKind>(), Name, MaybeValue(capacitance), MaybeValue(capacitance), MaybeValue(location), static (name, direction, kind, cell, wire, own, place) => kind switch
        {
            NetPinKind.Leaf => new NetPin(name, direction, kind) { Cell = cell, Capacitance = own, Location = place },
            NetPinKind.Port => new NetPin(name, direction, kind) { ExternalWireCapacitance = wire, Capacitance = own, Location = place },
            _ => new NetPin(name, direction, kind),
        });
        Gen<NetPinList> list = Gen.Select(Gen.OneOf("Driver pins", "Load pins", "Hierarchical pins", "Other pins"), Some(pin), Gen.Int[0, 2], static (title, pins, blankLines) => new NetPinList(title, pins, blankLines));
        return Gen.Select(Name, MaybeValue(Gen.Bool), capacitances, Some(list, fewest: 0), (net, hasCapacitances, capacitances, lists) =>
        {
            bool hasNumber = hasCapacitances is not null || lists.Any(static list => list.Pins.Any(static pin => (pin.Capacitance ?? pin.ExternalWireCapacitance) is not null));
            return new NetReport { Net = net, Capacitances = hasCapacitances is null ? null : capacitances, Pins = lists, Digits = hasNumber ? digits : 0 };
        });
    }

    private static Gen<InstanceReport> Instance()
    {
        Gen<InstanceLoad> load = Gen.Select(Name, s_direction, Gen.Bool, static (pin, direction, isPort) => new InstanceLoad(pin, direction, isPort));
        Gen<InstancePin> pin = Gen.Select(Name, s_direction, Maybe(Name), Some(load, fewest: 0), static (port, direction, net, loads) => new InstancePin(port, direction, net, loads));
        Gen<IReadOnlyList<InstancePin>?> pins = Maybe(Some(pin, fewest: 0));
        Gen<InstanceChild> child = Gen.Select(Name, Name, static (name, cell) => new InstanceChild(name, cell));
        return Gen.Select(Name, Name, Name, pins, pins, pins, Maybe(Some(child, fewest: 0)), static (instance, cell, library, inputs, outputs, others, children) => new InstanceReport
        {
            Instance = instance,
            Cell = cell,
            Library = library,
            PathCells = cell + "/" + library,
            Inputs = inputs,
            Outputs = outputs,
            Others = others,
            Children = children,
        });
    }

    private static Gen<LibraryCellReport> LibraryCell(int digits)
    {
        Gen<LibraryPort> port = Gen.Select(Name, s_direction, Gen.Bool, Gen.OneOf("", "!EN"), Gen.OneOf("", "A*B", "!(A+B)"), MaybeValue(Capacitances(digits)), static (name, direction, isMember, enable, function, capacitance) =>
            new LibraryPort(name, direction) { IsMember = isMember, Enable = enable, Function = function, Capacitance = capacitance });
        Gen<LibraryArcEdge> edge = Gen.Select(Gen.OneOf("^", "v", "0Z"), Gen.OneOf("^", "v"), static (from, to) => new LibraryArcEdge(from, to));
        Gen<LibraryTimingArc> arc = Gen.Select(Name, Name, Gen.OneOf("combinational", "Reg Clk to Q"), Maybe(Gen.OneOf("A*!B", "CK")), Some(edge, fewest: 0), static (from, to, role, when, edges) => new LibraryTimingArc(from, to, role, when, edges));
        return Gen.Select(Name, Name, Maybe(Gen.OneOf("/lib/demo tt.lib", "x.lib")), Some(port, fewest: 0), Maybe(Some(arc, fewest: 0)), (cell, library, file, ports, arcs) => new LibraryCellReport
        {
            Cell = cell,
            Library = library,
            File = file,
            Ports = ports,
            TimingArcs = arcs,
            Digits = ports.Any(static port => port.Capacitance is not null) ? digits : 0,
        });
    }

    // The first one must show where its value is from.
    private static Gen<ConstantReport> Constants()
    {
        Gen<string> value = Gen.OneOf("0", "1", "X");
        Gen<PinConstant> pin = Gen.Select(Name, value, Maybe(value), Maybe(value), static (port, value, @case, logic) => new PinConstant(port, value, @case, logic));
        return Gen.Select(pin, Some(pin, fewest: 0), static (first, pins) => new ConstantReport { Pins = [first with { Case = first.Case ?? "1" }, .. pins] });
    }

    private static Gen<DisabledEdgesReport> DisabledEdges()
    {
        Gen<ConstantPort> constant = Gen.Select(Name, Gen.OneOf("0", "1"), static (port, value) => new ConstantPort(port, value));
        Gen<DisableReason> reason = Gen.OneOf(
            Gen.OneOf("constraint", "cond_default", "loop", "timing_enable_preset_clear_arcs").Select(static name => new DisableReason(name, null, [])),
            Gen.Select(Maybe(Gen.OneOf("positive_unate", "negative_unate")), Some(constant, fewest: 0), static (sense, constants) => new DisableReason("constant", sense, constants)));
        Gen<string> pin = Name.Select(static name => "u1/" + name);
        Gen<DisabledEdge> edge = Gen.Select(Maybe(Name), pin, pin, Maybe(Gen.OneOf("A & !B", "SE")), Some(reason), static (instance, from, to, when, reasons) =>
            new DisabledEdge(instance, from, to, instance is null ? null : when, reasons));
        return Some(edge).Select(static edges => new DisabledEdgesReport { Edges = edges });
    }
}
