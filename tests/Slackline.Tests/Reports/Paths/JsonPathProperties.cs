using System.Globalization;
using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Reports.Reading;
using Slackline.Tests.Reports.Properties;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>What holds of every path in JSON, whatever is in it.</summary>
public class JsonPathProperties
{
    [Fact]
    [Property]
    public void A_printed_path_is_read_as_the_same_path() => Gen.Select(JsonSpecGen.Any, Gen.Bool).Holds(
        static (spec, carriageReturns) =>
        {
            PathChunk read = Read(JsonSpecWriter.Print(spec, carriageReturns), spec.Units);
            Assert.Equal(1, read.Count);
            Assert.Equal(PathColumns.Of(JsonSpecWriter.Build(spec, carriageReturns)[0]), PathColumns.Of(read[0]));
            Assert.Equal(spec.Units, read.Units);
        },
        iter: 3_000,
        print: static sample => JsonSpecWriter.Print(sample.Item1, sample.Item2));

    [Fact]
    [Property]
    public void Many_paths_in_one_list_do_not_mix() => JsonSpecGen.Any.Where(static spec => spec.Check is not null && spec.Units == TimingUnits.Default).Array[0, 6].Holds(
        static specs =>
        {
            PathChunk read = Read(JsonSpecWriter.PrintList(specs), TimingUnits.Default);
            Assert.Equal(specs.Length, read.Count);
            for (int i = 0; i < specs.Length; i++)
            {
                Assert.Equal(PathColumns.Of(JsonSpecWriter.Build(specs[i], isFollowed: i < specs.Length - 1)[0]), PathColumns.Of(read[i]));
            }
        },
        iter: 300,
        print: static specs => JsonSpecWriter.PrintList(specs));

    [Fact]
    [Property]
    public void A_number_is_the_double_nearest_to_its_text_and_is_printed_back() => Gen.Select(Gen.Int[0, 14], Gen.Int[-250, 250], Gen.Int[-18, 0])
        .SelectMany(static (digits, exponent, unit) => Gen.Long[(long)Math.Pow(10, digits), (long)Math.Pow(10, digits + 1) - 1].Select(mantissa => (mantissa, digits, exponent, unit)))
        .Holds(
            static (mantissa, digits, exponent, unit) =>
            {
                string figures = mantissa.ToString(CultureInfo.InvariantCulture);
                string text = $"{figures[0]}{(digits > 0 ? "." : "")}{figures[1..]}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
                Assert.True(JsonNumber.TryRead(text.Latin1Bytes(), unit, out double value, out int read));
                Assert.Equal(digits, read);
                Assert.Equal(JsonSpecGen.Number(mantissa, exponent - digits - unit), value);
                var output = new TextBuffer();
                JsonNumber.Write(value, digits, unit, output);
                Assert.Equal(text, output.Written.Latin1());
            },
            iter: 20_000);

    private static PathChunk Read(string text, TimingUnits units)
    {
        var chunk = new PathChunk();
        var parser = new OpenStaStreamParser(new MemoryStream(text.Latin1Bytes()), new BlockRecorder(), units);
        parser.Fill(chunk, TestContext.Current.CancellationToken);
        return chunk;
    }
}
