using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>A state directory for one test.</summary>
internal sealed class SpoolFolder : IDisposable
{
    /// <summary>Where it is.</summary>
    public string Root { get; } = Directory.CreateTempSubdirectory("slackline-spool-").FullName;

    /// <summary>The state directory.</summary>
    public SpoolDirectory Open(SpoolLimits? limits = null) => SpoolDirectory.At(Root, limits);

    /// <summary>A spool of numbered paths, still being written.</summary>
    public async Task<Spool> WriteAsync(int chunks, int pathsEach, SpoolLimits? limits = null)
    {
        Spool spool = Open(limits).Create("numbered paths");
        var chunk = new PathChunk();
        for (int i = 0; i < chunks; i++)
        {
            await spool.Writer!.AppendAsync(NumberedPaths.Fill(chunk, spool.Paths, pathsEach), TestContext.Current.CancellationToken);
        }

        return spool;
    }

    /// <summary>A spool of numbered paths that is complete and closed; returns its id.</summary>
    public async Task<string> WriteWholeAsync(int chunks, int pathsEach, SpoolLimits? limits = null)
    {
        using Spool spool = await WriteAsync(chunks, pathsEach, limits);
        await spool.Writer!.CompleteAsync(cancellation: TestContext.Current.CancellationToken);
        return spool.Info.Id;
    }

    /// <summary>What is left of a stream when its engine is killed now: a copy of its folder under another id, which is returned.</summary>
    public string Crash(Spool spool, string? into = null)
    {
        string id = Guid.NewGuid().ToString("N");
        string copy = Path.Combine(into ?? Root, id);
        Directory.CreateDirectory(copy);
        foreach (string file in Directory.EnumerateFiles(spool.FolderPath))
        {
            string target = Path.Combine(copy, Path.GetFileName(file));
            if (Path.GetFileName(file) == "lock")
            {
                File.WriteAllBytes(target, []);
            }
            else
            {
                using FileStream from = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
                using FileStream to = File.Create(target);
                from.CopyTo(to);
            }
        }

        return id;
    }

    /// <summary>The folder of a stream.</summary>
    public string FolderOf(string id) => Path.Combine(Root, id);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
