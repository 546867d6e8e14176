using System.Globalization;
using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>An operator that takes in its whole source, keeps some paths of it, and then hands them out.</summary>
internal interface IPathBuffer
{
    /// <summary>Bytes of memory that the kept paths take.</summary>
    long SizeInBytes { get; }

    /// <summary>Takes in the next paths.</summary>
    void Add(PathSelection selection);

    /// <summary>Gives up the copies of paths that are not kept any more.</summary>
    void Compact();

    /// <summary>The paths that were kept; each chunk is valid until the next one is requested.</summary>
    IEnumerable<PathChunk> Retained();
}

/// <summary>Runs operators that keep paths.</summary>
internal static class BufferingOperators
{
    /// <summary>The default bound on the memory of retained paths, in bytes.</summary>
    public const long UsualMaxBytes = 256_000_000;

    /// <summary>Runs an operator.</summary>
    /// <param name="source">The paths.</param>
    /// <param name="keeper">The operator.</param>
    /// <param name="maxBytes">The bound on the memory of the kept paths, in bytes.</param>
    /// <param name="cancellation">Stops the source.</param>
    /// <exception cref="QueryLimitException">The kept paths take more memory than they may.</exception>
    public static async IAsyncEnumerable<PathSelection> RunAsync(
        PathSequence source, IPathBuffer keeper, long maxBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new SelectionReader(source, cancellation);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false) == ReadOutcome.Selection)
            {
                keeper.Add(reader.Current);
                if (keeper.SizeInBytes > maxBytes)
                {
                    keeper.Compact();
                    ThrowIfOver(maxBytes, keeper.SizeInBytes);
                }
            }

            foreach (PathChunk chunk in keeper.Retained())
            {
                cancellation.ThrowIfCancellationRequested();
                yield return PathSelection.All(chunk);
            }

            reader.Fault?.Throw();
        }
    }

    private static void ThrowIfOver(long maxBytes, long size)
    {
        if (size > maxBytes)
        {
            throw new QueryLimitException(
                string.Create(CultureInfo.InvariantCulture, $"The paths to be kept take more than {maxBytes / 1e6:0.#} MB of memory: ask for fewer of them, or put them in order on disk."),
                maxBytes,
                isInBytes: true);
        }
    }
}
