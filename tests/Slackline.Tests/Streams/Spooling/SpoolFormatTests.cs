using System.Runtime.InteropServices;
using Apache.Arrow;
using Slackline.Streams.Spooling;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>
/// The files of a stream, to the byte: what was kept by one build is read by the next. Where one of these changes, the streams that users have cannot be read any more, so
/// <see cref="SpoolInfo.FormatVersion"/> changes with it.
/// </summary>
public sealed class SpoolFormatTests : IDisposable
{
    private readonly SpoolFolder _folder = new();

    [Fact]
    public void An_entry_of_the_index_has_its_numbers_in_their_places()
    {
        IndexEntry entry = new IndexEntry
        {
            FirstPath = 0x0102030405060708,
            PathsOffset = 0x1112131415161718,
            PointsOffset = 0x2122232425262728,
            PathsHash = 0x3132333435363738,
            PointsHash = 0x4142434445464748,
            PathsLength = 0x51525354,
            PointsLength = 0x61626364,
            PathCount = 0x71727374,
            RowCount = 0x01020304,
            Segment = 0x11121314,
        }.Sealed(7);
        Assert.Equal(
            "3FB06700484A1FDC08070605040302011817161514131211282726252423222138373635343332314847464544434241545352516463626174737271040302011413121100000000",
            Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<IndexEntry>(in entry))));
    }

    [Fact]
    public void The_description_of_a_stream_is_as_it_was()
    {
        var info = new SpoolInfo("0123456789abcdef0123456789abcdef", "report_checks -group_path_count 10", new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero))
        {
            Filter = "slack < 0",
            Design = "top",
            Begun = new MachineClock("boot", 12.5),
        };
        info.Write(_folder.Root);
        string text = File.ReadAllText(Path.Combine(_folder.Root, "stream.json"));
        Assert.Equal(
            """
            {"format":4,"id":"0123456789abcdef0123456789abcdef","command":"report_checks -group_path_count 10","filter":"slack \u003C 0","design":"top","created":"2026-11-30T12:00:00+00:00","begun":{"boot":"boot","seconds":12.5}}
            """,
            text);
    }

    [Fact]
    public async Task The_tables_have_the_columns_that_they_had()
    {
        using Spool spool = await _folder.WriteAsync(chunks: 1, pathsEach: 3);
        await spool.Writer!.CompleteAsync(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(
            """
            path int64?
            slack double?
            violated bool?
            arrival double?
            required double?
            startpoint utf8?
            startpoint_pin utf8?
            startpoint_detail utf8?
            endpoint utf8?
            endpoint_pin utf8?
            endpoint_detail utf8?
            path_group utf8?
            path_type utf8?
            corner utf8?
            mode utf8?
            file utf8?
            section utf8?
            depth int32?
            time_unit double?
            capacitance_unit double?
            rows int32?
            format utf8?
            digits uint8?
            verdict uint8?
            printed_slack double?
            shape_flags uint16?
            blank_lines_before int32?
            layout utf8?
            """,
            Columns(spool, "paths"));
        Assert.Equal(
            """
            path int64?
            row int32?
            form uint8?
            is_pin bool?
            part uint8?
            description utf8?
            rising bool?
            delay double?
            time double?
            slew double?
            capacitance double?
            variation double?
            fanout int32?
            attribute utf8?
            instance utf8?
            x double?
            y double?
            slew_spread list?
            delay_spread list?
            time_spread list?
            """,
            Columns(spool, "points"));
    }

    public void Dispose() => _folder.Dispose();

    private static string Columns(Spool spool, string table)
    {
        string file = Assert.Single(Directory.GetFiles(spool.FolderPath, $"{table}-*.arrow"));
        Schema schema = ArrowFiles.Read(file)[0].Schema;
        return string.Join('\n', schema.FieldsList.Select(static field => $"{field.Name} {field.DataType.Name}{(field.IsNullable ? "?" : "")}"));
    }
}
