using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>An operator that takes in its whole source, keeps some paths of it, and then hands them out.</summary>
internal interface IKeepPaths
{
    /// <summary>Bytes of memory that the kept paths take.</summary>
    long SizeInBytes { get; }

    /// <summary>Takes in the next paths.</summary>
    void Add(PathSelection selection);

    /// <summary>The paths that were kept; each chunk is valid until the next one is asked for.</summary>
    IEnumerable<PathChunk> Kept();
}

/// <summary>Runs operators that keep paths.</summary>
internal static class Keeping
{
    public static async IAsyncEnumerable<PathSelection> RunAsync(PathSequence source, IKeepPaths keeper, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new SelectionReader(source, cancellation);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false) == ReadOutcome.Selection)
            {
                keeper.Add(reader.Current);
            }

            foreach (PathChunk chunk in keeper.Kept())
            {
                cancellation.ThrowIfCancellationRequested();
                yield return PathSelection.All(chunk);
            }

            reader.Fault?.Throw();
        }
    }
}
