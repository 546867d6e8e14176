namespace Slackline.Demo.Library;

/// <summary>Registers, latches, the clock gate and the memory: every cell with timing checks.</summary>
internal static class SequentialCells
{
    private const double DataCapacitance = 3;
    private const double ClockCapacitance = 2.4;
    private const double Resistance = 0.004;

    public static IEnumerable<Cell> All()
    {
        yield return Flop("DFF_X1", "CK", 1);
        yield return Flop("DFF_X2", "CK", 2);
        yield return Flop("DFFN_X1", "!CK", 1);
        yield return Flop("DFFR_X1", "CK", 1, hasReset: true);
        yield return Flop("DFFRS_X1", "CK", 1, hasReset: true, hasSet: true);
        yield return Latch("DLH_X1", isHigh: true);
        yield return Latch("DLL_X1", isHigh: false);
        yield return ClockGate();
        yield return Memory();
        yield return TwoClockFlop();
    }

    private static Cell Flop(string name, string clockedOn, int strength, bool hasReset = false, bool hasSet = false)
    {
        var edge = clockedOn[0] == '!' ? "falling" : "rising";
        List<(string, string)> storage = [("next_state", "D"), ("clocked_on", clockedOn)];
        List<Pin> pins =
        [
            Clock("CK", isEdge: true),
            new Pin("D", DataCapacitance, Checks("CK", edge, setup: 0.085, hold: 0.022)),
        ];
        List<Arc> outputArcs = [new("CK", $"{edge}_edge", "non_unate", 0.135, Resistance / strength)];
        if (hasReset)
        {
            storage.Add(("clear", "!RN"));
            pins.Add(AsyncPin("RN", edge));
            outputArcs.Add(new Arc("RN", "clear", "positive_unate", 0.150, Resistance / strength));
        }

        if (hasSet)
        {
            storage.Add(("preset", "!SN"));
            storage.Add(("clear_preset_var1", "L"));
            storage.Add(("clear_preset_var2", "L"));
            pins.Add(AsyncPin("SN", edge));
            outputArcs.Add(new Arc("SN", "preset", "negative_unate", 0.155, Resistance / strength));
        }

        pins.Add(new Pin("Q", 0, outputArcs) { Function = "IQ" });
        return new Cell(name, 12 + (2 * strength), pins) { Storage = new Storage("ff", storage) };
    }

    private static Cell Latch(string name, bool isHigh)
    {
        // The opening edge lets data through; the closing edge is the one that data must be stable around.
        var (opening, closing) = isHigh ? ("rising", "falling") : ("falling", "rising");
        return new Cell(
            name,
            10,
            [
                Clock("G", isEdge: false),
                new Pin("D", DataCapacitance, Checks("G", closing, setup: 0.070, hold: 0.030)),
                new Pin(
                    "Q",
                    0,
                    [
                        new Arc("D", "combinational", "positive_unate", 0.110, Resistance),
                        new Arc("G", $"{opening}_edge", "non_unate", 0.125, Resistance),
                    ])
                {
                    Function = "IQ",
                },
            ])
        {
            Storage = new Storage("latch", [("data_in", "D"), ("enable", isHigh ? "G" : "!G")]),
        };
    }

    private static Cell ClockGate() =>
        new(
            "CLKGATE_X4",
            16,
            [
                Clock("CK", isEdge: true) with
                {
                    Limits = [],
                    Attributes = [("clock_gate_clock_pin", "true")],
                },
                new Pin("E", DataCapacitance, Checks("CK", "rising", setup: 0.110, hold: 0.015))
                {
                    Attributes = [("clock_gate_enable_pin", "true")],
                },
                new Pin("GCK", 0, [new Arc("CK", "combinational", "positive_unate", 0.090, Resistance / 4)])
                {
                    Function = "CK & E",
                    Attributes = [("clock_gate_out_pin", "true")],
                },
            ])
        {
            Attributes = [("clock_gating_integrated_cell", "\"latch_posedge\"")],
        };

    private static Cell Memory() =>
        new(
            "SRAM_32X8",
            160,
            [
                Clock("CLK", isEdge: true) with
                {
                    Limits = [("min_period", 1.6), .. PulseWidths(0.5)],
                },
                new Pin("A", 5, Checks("CLK", "rising", setup: 0.24, hold: 0.06)) { Width = 5 },
                new Pin("D", 5, Checks("CLK", "rising", setup: 0.20, hold: 0.07)) { Width = 8 },
                new Pin("WE", 6, Checks("CLK", "rising", setup: 0.26, hold: 0.05)),
                new Pin("Q", 0, [new Arc("CLK", "rising_edge", "non_unate", 0.62, Resistance)])
                {
                    Width = 8,
                    Function = "",
                },
            ]);

    // A register that samples with two clocks which must not drift apart: the library's only skew check.
    private static Cell TwoClockFlop()
    {
        var flop = Flop("DFF2CK_X1", "CK", 1);
        var second = new Pin("CKS", ClockCapacitance, [new Arc("CK", "skew_rising", "", 0.25, 0)]) { IsClock = true };
        return new Cell(flop.Name, flop.Sites, [.. flop.Pins.Take(2), second, flop.Pins[^1]]) { Storage = flop.Storage };
    }

    private static Pin Clock(string name, bool isEdge) =>
        new(name, ClockCapacitance, [])
        {
            IsClock = true,
            Limits = isEdge ? [("min_period", 0.7), .. PulseWidths(0.24)] : PulseWidths(0.2),
        };

    private static (string, double)[] PulseWidths(double width) =>
        [("min_pulse_width_high", width), ("min_pulse_width_low", width * 1.1)];

    private static Pin AsyncPin(string name, string edge) =>
        new(
            name,
            DataCapacitance,
            [
                new Arc("CK", $"recovery_{edge}", "", 0.120, 0),
                new Arc("CK", $"removal_{edge}", "", 0.060, 0),
            ])
        {
            Limits = [("min_pulse_width_low", 0.2)],
        };

    private static Arc[] Checks(string clock, string edge, double setup, double hold) =>
        [new Arc(clock, $"setup_{edge}", "", setup, 0), new Arc(clock, $"hold_{edge}", "", hold, 0)];
}
