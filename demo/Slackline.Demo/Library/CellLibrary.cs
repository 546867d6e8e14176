namespace Slackline.Demo.Library;

/// <summary>The demonstration library: invented numbers of about a 130 nm process, nobody's data.</summary>
internal static class CellLibrary
{
    /// <summary>What one BUF_X1 driving another takes in the nominal corner, in ns.</summary>
    public const double BufferDelay = 0.088;

    private const double InputCapacitance = 3.2;
    private const double UnitResistance = 0.0042;

    /// <summary>Every cell, in the order in which the library file lists them.</summary>
    public static IReadOnlyList<Cell> Cells { get; } = [.. CombinationalCells(), .. SequentialCells.All()];

    private static readonly Dictionary<string, Cell> s_byName = Cells.ToDictionary(cell => cell.Name);

    public static Cell Find(string name) => s_byName[name];

    private static IEnumerable<Cell> CombinationalCells()
    {
        foreach (var strength in (int[])[1, 2, 4])
        {
            yield return Gate("INV", strength, 2, 0.022, "!A", Negative, "A");
            yield return Gate("BUF", strength, 3, 0.055, "A", Positive, "A");
            yield return Gate("NAND2", strength, 3, 0.030, "!(A & B)", Negative, "A", "B");
            yield return Gate("NAND3", strength, 4, 0.042, "!(A & B & C)", Negative, "A", "B", "C");
            yield return Gate("NOR2", strength, 3, 0.036, "!(A | B)", Negative, "A", "B");
            yield return Gate("AND2", strength, 4, 0.062, "A & B", Positive, "A", "B");
            yield return Gate("OR2", strength, 4, 0.066, "A | B", Positive, "A", "B");
            yield return Gate("XOR2", strength, 6, 0.074, "A ^ B", "non_unate", "A", "B");
            yield return Gate("AOI21", strength, 4, 0.045, "!((A & B) | C)", Negative, "A", "B", "C");
            yield return Gate("OAI21", strength, 4, 0.047, "!((A | B) & C)", Negative, "A", "B", "C");
        }

        yield return Multiplexer(1);
        yield return Multiplexer(2);
        yield return Gate("CLKBUF", 4, 6, 0.050, "A", Positive, "A");
        yield return Gate("CLKBUF", 8, 10, 0.046, "A", Positive, "A");
        yield return new Cell("TIEHI", 2, [new Pin("Z", 0, []) { Function = "1" }]);
        yield return new Cell("TIELO", 2, [new Pin("Z", 0, []) { Function = "0" }]);
    }

    private const string Positive = "positive_unate";
    private const string Negative = "negative_unate";

    private static Cell Gate(
        string kind, int strength, int sites, double intrinsic, string function, string sense, params string[] inputs)
    {
        // A pin nearer to the output is a little faster, as the stacked transistors of a real gate make it.
        var arcs = inputs.Select((input, i) => Delay(input, sense, intrinsic * (1 + (0.08 * i)), strength));
        return new Cell(
            Text.Of($"{kind}_X{strength}"),
            sites + strength - 1,
            [.. inputs.Select(input => Input(input, strength)), Output("Z", function, [.. arcs])]);
    }

    private static Cell Multiplexer(int strength) =>
        new(
            Text.Of($"MUX2_X{strength}"),
            6 + strength,
            [
                Input("A", strength), Input("B", strength), Input("S", strength),
                Output(
                    "Z",
                    "(A & !S) | (B & S)",
                    [
                        Delay("A", Positive, 0.078, strength),
                        Delay("B", Positive, 0.080, strength),
                        Delay("S", "non_unate", 0.090, strength),
                    ]),
            ]);

    // Stronger cells have larger transistors, so they load their driver more.
    private static Pin Input(string name, int strength) => new(name, InputCapacitance * (0.6 + (0.4 * strength)), []);

    private static Pin Output(string name, string function, Arc[] arcs) => new(name, 0, arcs) { Function = function };

    private static Arc Delay(string from, string sense, double intrinsic, int strength) =>
        new(from, "combinational", sense, intrinsic, UnitResistance / strength);
}
