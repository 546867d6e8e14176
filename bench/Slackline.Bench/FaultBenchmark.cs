using System.Diagnostics;
using System.Globalization;
using Slackline.Demo;
using Slackline.Reports.Paths;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Bench;

/// <summary>
/// Faults, done for real to an engine that keeps the paths of a running OpenSTA, at random moments: what was acknowledged before must be there afterwards, and print
/// the same bytes as in an undisturbed run.
/// </summary>
internal sealed class FaultBenchmark(BenchContext context, DemoFiles design)
{
    private const string Query = "report_checks -format full_clock_expanded -digits 6 -group_path_count 100000 -endpoint_path_count 6";

    private static readonly Dictionary<string, string> s_nothing = [];
    private readonly Random _random = new(20261125);
    private readonly int _times = context.IsQuick ? 1 : 20;
    private List<string> _whole = [];
    private TimeSpan _usual;
    private int _trials;

    public static void Run(BenchContext context) =>
        new FaultBenchmark(context, DemoDesign.Write(Path.Combine(context.DirectoryPath, "design"), new DemoOptions(Endpoints: 2_500, Depth: 8))).RunAll();

    private string NewState => Path.Combine(context.DirectoryPath, string.Create(CultureInfo.InvariantCulture, $"state{_trials++}"));

    private void RunAll()
    {
        using (var undisturbed = new KeptRun(NewState, design.Setup, Query, s_nothing))
        {
            using Watch watch = WaitForFirst(undisturbed);
            long start = Stopwatch.GetTimestamp();
            undisturbed.WaitForExit();
            _usual = Stopwatch.GetElapsedTime(start);
            _whole = ReadAll(watch.Directory, undisturbed.StreamId).Paths;
        }

        BenchContext.Say(string.Create(CultureInfo.InvariantCulture, $"{_whole.Count:N0} paths; undisturbed, from the first to the last: {_usual.TotalSeconds:0.0} s"));
        BenchContext.Say("fault                            tried   acknowledged before        lost   streams that went on to their end");
        Try("OpenSTA killed", run => KeptRun.Signal(run.Tool, "KILL"));
        Try("OpenSTA stopped, continued", run =>
        {
            int tool = run.Tool;
            KeptRun.Signal(tool, "STOP");
            Thread.Sleep(_random.Next(500));
            KeptRun.Signal(tool, "CONT");
        });
        Try("FIFO removed", run => run.Fifos.ToList().ForEach(File.Delete));
        Try("engine kill -9", run => KeptRun.Signal(run.Engine, "KILL"));
        Try("engine Ctrl-C", run => KeptRun.Signal(run.Engine, "INT"));
        Try("reader of the output gone", run => run.Vanish());
        TryFullDisk();
        TryCorruption();
        TryClock();
    }

    // Does something to an engine at a random moment, and looks what is left.
    private void Try(string fault, Action<KeptRun> inject)
    {
        var tally = new Tally();
        for (int i = 0; i < _times; i++)
        {
            using var run = new KeptRun(NewState, design.Setup, Query, s_nothing);
            using Watch watch = WaitForFirst(run);
            Thread.Sleep(_random.NextDouble() * _usual);
            long acknowledged = watch.Acknowledged;
            inject(run);
            run.WaitForExit();
            Judge(tally, watch.Directory, run.StreamId, acknowledged);
        }

        Report(fault, tally);
    }

    private void TryFullDisk()
    {
        var tally = new Tally();
        for (int i = 0; i < _times; i++)
        {
            using var disk = new SmallDisk(NewState, megabytes: 8);
            disk.Fill(leaving: _random.Next(400_000, 2_500_000));
            using var run = new KeptRun(disk.Root, design.Setup, Query, s_nothing);
            using Watch watch = WaitForFirst(run, disk.Root);

            // Nothing more is acknowledged, and nothing ends.
            long acknowledged = -1;
            while (acknowledged != watch.Acknowledged)
            {
                acknowledged = watch.Acknowledged;
                Thread.Sleep(1_000);
            }

            tally.Waited += watch.State is StreamState.Running ? 1 : 0;
            disk.MakeRoom();
            run.WaitForExit();
            Judge(tally, watch.Directory, run.StreamId, acknowledged);
        }

        Report("disk full, then room again", tally, string.Create(CultureInfo.InvariantCulture, $"; {tally.Waited} waited for room"));
    }

    // A byte of a segment is not what was written: its chunk's paths are told to be unreadable, all others are there.
    private void TryCorruption()
    {
        var tally = new Tally();
        using var run = new KeptRun(NewState, design.Setup, Query, s_nothing);
        using Watch watch = WaitForFirst(run);
        run.WaitForExit();
        string[] files = Directory.GetFiles(Path.Combine(watch.Directory.Root, run.StreamId), "*.arrow");
        for (int i = 0; i < _times * 10; i++)
        {
            string file = files[_random.Next(files.Length)];
            using FileStream bytes = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            long place = _random.NextInt64(bytes.Length);
            bytes.Position = place;
            int good = bytes.ReadByte();
            Write(bytes, place, (byte)(good ^ (1 << _random.Next(8))));
            Judge(tally, watch.Directory, run.StreamId, _whole.Count);
            Write(bytes, place, (byte)good);
        }

        Report("a bit of a segment flipped", tally, string.Create(CultureInfo.InvariantCulture, $"; {tally.Told:N0} paths told to be unreadable"));

        static void Write(FileStream file, long place, byte value)
        {
            file.Position = place;
            file.WriteByte(value);
            file.Flush();
        }
    }

    // The clock on the wall jumps by days, to and fro, for the engine and for OpenSTA; meanwhile and afterwards others sweep the state directory.
    private void TryClock()
    {
        string fake = Directory.EnumerateDirectories("/usr/lib").Select(static folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException("The clock is set with libfaketime, which is not installed.");
        var tally = new Tally();
        for (int i = 0; i < _times; i++)
        {
            string state = NewState;
            string clock = Path.Combine(context.DirectoryPath, "clock");
            var environment = new Dictionary<string, string>
            {
                ["LD_PRELOAD"] = fake,
                ["FAKETIME_TIMESTAMP_FILE"] = clock,
                ["FAKETIME_NO_CACHE"] = "1",
                ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            };
            SetClock(clock);
            using var run = new KeptRun(state, design.Setup, Query, environment);
            using var watch = new Watch(run, state);
            long acknowledged = 0;
            for (int jump = 0; jump < 5; jump++)
            {
                acknowledged = watch.Acknowledged;
                SetClock(clock);
                Sweep(state, environment);
                Thread.Sleep(_random.NextDouble() * _usual / 5);
            }

            run.WaitForExit();

            // Whoever looks next has another time again.
            SetClock(clock);
            Sweep(state, environment);
            Judge(tally, watch.Directory, run.StreamId, acknowledged);
        }

        Report("clock jumps by up to 300 days", tally);
    }

    private void SetClock(string file) => File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"{_random.Next(-300, 300):+0;-0;+0}d\n"));

    // Another engine begins a stream, and removes what is too old to be kept.
    private void Sweep(string state, Dictionary<string, string> environment)
    {
        string empty = Path.Combine(context.DirectoryPath, "empty.rpt");
        File.WriteAllText(empty, "No paths found.\n");
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "slackline"), ["read", empty, "--keep", "--format", "none", "--quiet"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SLACKLINE_STATE"] = state },
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private Watch WaitForFirst(KeptRun run, string? root = null)
    {
        var watch = new Watch(run, root ?? Path.Combine(context.DirectoryPath, string.Create(CultureInfo.InvariantCulture, $"state{_trials - 1}")));
        while (watch.Acknowledged == 0)
        {
            Thread.Sleep(1);
        }

        return watch;
    }

    private void Judge(Tally tally, SpoolDirectory directory, string id, long acknowledged)
    {
        (List<string> paths, StreamState state, long told) = ReadAll(directory, id);
        long lost = 0;
        for (int i = 0; i < Math.Max(acknowledged, paths.Count); i++)
        {
            lost += i < paths.Count && (paths[i].Length == 0 || (i < _whole.Count && paths[i] == _whole[i])) ? 0 : 1;
        }

        tally.Tried++;
        tally.Lost += lost;
        tally.Told += told;
        tally.Ended += state == StreamState.Complete && paths.Count == _whole.Count ? 1 : 0;
        tally.Fewest = Math.Min(tally.Fewest, acknowledged);
        tally.Most = Math.Max(tally.Most, acknowledged);
    }

    private void Report(string fault, Tally tally, string remark = "")
    {
        BenchContext.Say(string.Create(
            CultureInfo.InvariantCulture, $"{fault,-30} {tally.Tried,7} {tally.Fewest,10:N0} to {tally.Most,7:N0} {tally.Lost,10:N0}   {tally.Ended} of {tally.Tried}{remark}"));
        context.Figure($"{fault.Replace(",", "", StringComparison.Ordinal).Replace(' ', '_')}_lost", tally.Lost, "paths");
        if (tally.Lost > 0)
        {
            throw new InvalidOperationException($"{fault}: {tally.Lost} acknowledged paths were lost.");
        }
    }

    // The texts of a stream's paths; blank where a part was told to be unreadable.
    private static (List<string> Paths, StreamState State, long Told) ReadAll(SpoolDirectory directory, string id)
    {
        var paths = new List<string>();
        long told = 0;
        PagedStream stream = PagedStream.Open(directory, id);
        StreamState state = stream.State;
        while (paths.Count < stream.Paths)
        {
            try
            {
                using Page page = stream.ReadAsync(new PageRequest { Cursor = stream.CursorAt(paths.Count) }).AsTask().GetAwaiter().GetResult();
                foreach (PathChunk chunk in page.Chunks)
                {
                    for (int i = 0; i < chunk.Count; i++)
                    {
                        paths.Add(PathRenderer.ToText(chunk[i]));
                    }
                }
            }
            catch (SpoolCorruptedException e)
            {
                long until = e.FirstPath + e.PathCount;
                told += until - paths.Count;
                paths.AddRange(Enumerable.Repeat("", (int)(until - paths.Count)));
            }
        }

        stream.DisposeAsync().AsTask().Wait();
        return (paths, state, told);
    }

    private sealed class Tally
    {
        public int Tried { get; set; }

        public long Lost { get; set; }

        public long Told { get; set; }

        public int Ended { get; set; }

        public int Waited { get; set; }

        public long Fewest { get; set; } = long.MaxValue;

        public long Most { get; set; }
    }

    /// <summary>Sees from another process what an engine has acknowledged.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly Spool _spool;

        public Watch(KeptRun run, string state)
        {
            Directory = SpoolDirectory.At(state);
            _spool = Directory.Follow(run.StreamId);
        }

        public SpoolDirectory Directory { get; }

        public long Acknowledged
        {
            get
            {
                _spool.Refresh();
                return _spool.Paths;
            }
        }

        public StreamState State => _spool.State == SpoolState.Writing ? StreamState.Running : StreamState.Complete;

        public void Dispose() => _spool.Dispose();
    }
}
