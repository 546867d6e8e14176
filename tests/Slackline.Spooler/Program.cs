using System.Globalization;
using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Timing;

// An engine that does nothing but spool numbered paths, to be killed by tests:
//   slackline-spooler ROOT CHUNKS PATHS SEGMENT_BYTES
// It prints the stream's id, then after each chunk how many paths are acknowledged, and waits for a line once it has ended.
// Without arguments it prints where its state directory would be.
if (args.Length == 0)
{
    Console.WriteLine(SpoolDirectory.DefaultRoot);
    return;
}

int chunks = int.Parse(args[1], CultureInfo.InvariantCulture);
int paths = int.Parse(args[2], CultureInfo.InvariantCulture);
var limits = new SpoolLimits { SegmentBytes = long.Parse(args[3], CultureInfo.InvariantCulture) };
using Spool spool = SpoolDirectory.At(args[0], limits).Create("numbered paths");
Console.WriteLine(spool.Info.Id);
var chunk = new PathChunk();
for (int i = 0; i < chunks; i++)
{
    NumberedPaths.Fill(chunk, spool.Paths, paths);
    await spool.Writer!.AppendAsync(chunk);
    Console.WriteLine(spool.Paths.ToString(CultureInfo.InvariantCulture));
}

await spool.Writer!.CompleteAsync();
Console.WriteLine("complete");
Console.ReadLine();
