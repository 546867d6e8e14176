using Apache.Arrow;
using Apache.Arrow.Ipc;
using Slackline.Arrow;
using Slackline.Streams.Spooling;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>Looks at a spool's segments as any other program does: as Arrow IPC files.</summary>
internal static class ArrowFiles
{
    /// <summary>Checks that all files are whole and have together so many paths, numbered without gaps.</summary>
    public static void AreWhole(Spool spool, long paths)
    {
        long next = 0;
        long rows = 0;
        foreach (string file in Directory.GetFiles(spool.FolderPath, "paths-*.arrow").Order())
        {
            foreach (RecordBatch batch in Read(file))
            {
                var numbers = (Int64Array)batch.Column("path");
                var counts = (Int32Array)batch.Column("rows");
                for (int i = 0; i < batch.Length; i++)
                {
                    Assert.Equal(next++, numbers.GetValue(i));
                    rows += counts.GetValue(i)!.Value;
                }
            }
        }

        Assert.Equal(paths, next);
        Assert.Equal(rows, Directory.GetFiles(spool.FolderPath, "points-*.arrow").Sum(file => Read(file).Sum(batch => (long)batch.Length)));
    }

    /// <summary>The batches of a file, found by its footer.</summary>
    public static List<RecordBatch> Read(string file)
    {
        using FileStream stream = File.OpenRead(file);
        using var reader = new ArrowFileReader(stream, new ZstdCodec());
        int count = reader.RecordBatchCountAsync().AsTask().GetAwaiter().GetResult();
        var batches = new List<RecordBatch>();
        for (int i = 0; i < count; i++)
        {
            batches.Add(reader.ReadRecordBatchAsync(i).AsTask().GetAwaiter().GetResult());
        }

        return batches;
    }
}
