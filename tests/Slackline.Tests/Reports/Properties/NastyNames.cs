using CsCheck;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Names as designs have them and worse. A character is a byte (Latin-1), so that bytes that are not UTF-8 are names too.</summary>
internal static class NastyNames
{
    private const string Characters = "ab019_/.[]{}()$\\\"';:#,*?^v-+<>|&%~!@=`";

    private static readonly Gen<string> s_piece = Gen.Frequency(
        (8, Gen.Int[0, Characters.Length - 1].Select(static index => Characters[index].ToString())),
        (1, Gen.OneOf("core/", "u_1", "[3]", @"\esc[0]", "é"u8.Latin1(), "漢"u8.Latin1(), "\xFF", "\xC3", "\t", "\x1b[1m", "\x7f")),
        (1, Gen.OneOf("Startpoint:", "Endpoint:", "slack", "(MET)", "---", "0.00", "INF", "(net)", "Time", "Description", "edge)", "%s", "${x}", "[exit]")));

    /// <summary>Any name: without spaces and line ends, as the tool's own are.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (4, Gen.OneOf("r1", "core/dp_0/stage_0/q_reg[1]", "u_alu.add$12", @"core/\a[0]")),
        (8, Pieces(1, 8)),
        (2, Pieces(20, 60)),
        (1, Gen.Int[500, 5_000].Select(static length => string.Concat(Enumerable.Repeat("u_deep/", length / 7)) + "x")));

    /// <summary>Library cells.</summary>
    public static Gen<string> Cell { get; } = Gen.Frequency((3, Gen.OneOf("BUF_X1", "DFF_X1", "in", "out", "sky130_fd_sc_hd__dfxtp_1")), (1, Pieces(1, 8)));

    private static Gen<string> Pieces(int fewest, int most) => s_piece.Array[fewest, most].Select(string.Concat);
}
