using CsCheck;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Damages random logs as disks, pipes and people do.</summary>
internal static class DamageGen
{
    private static readonly Gen<byte> s_byte = Gen.OneOf(Gen.Byte, Gen.OneOf(" \n\r-.9(:^)"u8.ToArray()));

    // Places as fractions, since texts change their length from accident to accident.
    private static readonly Gen<double> s_place = Gen.Double.Unit;

    private static readonly Gen<Func<DamagedText, DamagedText>> s_accident = Gen.OneOf(
        Gen.Select(s_place, s_byte, static Func<DamagedText, DamagedText> (place, value) => text => text.Flip(At(text, place), value)),
        Range(static (text, start, length) => text.Cut(start, length)),
        Range(static (text, start, length) => text.Double(start, length)),
        LineRange(static (text, start, length) => text.Cut(start, length)),
        LineRange(static (text, start, length) => text.Double(start, length)),
        LineRange(static (text, start, length) => text.Interleave(start, LineStart(text, start + (length / 2)), start + length)),
        s_place.Select(static Func<DamagedText, DamagedText> (place) => text => text.Cut(At(text, place), text.Bytes.Length - At(text, place))));

    /// <summary>A log after one to four accidents.</summary>
    public static Gen<DamagedText> DamagedLog { get; } = Gen.Select(LogGen.Any, s_accident.Array[1, 4], static (log, accidents) =>
        accidents.Aggregate(DamagedText.Whole(log), static (text, accident) => text.Bytes.Length == 0 ? text : accident(text)));

    private static Gen<Func<DamagedText, DamagedText>> Range(Func<DamagedText, int, int, DamagedText> accident) => Gen.Select(
        s_place,
        Gen.Int[1, 2_000],
        Func<DamagedText, DamagedText> (place, length) => text => accident(text, At(text, place), Math.Min(length, text.Bytes.Length - At(text, place))));

    private static Gen<Func<DamagedText, DamagedText>> LineRange(Func<DamagedText, int, int, DamagedText> accident) => Gen.Select(
        s_place,
        Gen.Int[1, 4_000],
        Func<DamagedText, DamagedText> (place, length) => text =>
        {
            int start = LineStart(text, At(text, place));
            int end = LineStart(text, Math.Min(start + length, text.Bytes.Length));
            return accident(text, start, end - start);
        });

    private static int At(DamagedText text, double place) => (int)(place * text.Bytes.Length);

    private static int LineStart(DamagedText text, int at) => text.Bytes.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
}
