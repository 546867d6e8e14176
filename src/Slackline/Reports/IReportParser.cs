using Slackline.Timing;

namespace Slackline.Reports;

/// <summary>Reads the paths of a report chunk by chunk, and hands all blocks, in order, to a sink.</summary>
public interface IReportParser
{
    /// <summary>
    /// Fills <paramref name="chunk"/>, which must be empty, with the next paths, or exchanges it for a chunk that is filled already.
    /// Returns false at the end of the report; the chunk may then hold its last paths. In all cases, also after an exception, the caller
    /// owns the chunk afterwards. It may be a small one, and is for the next call on the same parser.
    /// </summary>
    /// <exception cref="IOException">The report could not be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    bool Fill(ref PathChunk chunk, CancellationToken cancellation = default);
}

/// <summary>Reads a whole report.</summary>
internal static class ReportParsers
{
    /// <summary>The chunks of a report, one after another; none is empty. Each is valid until the next one is requested.</summary>
    /// <param name="parser">The report.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="IOException">The report could not be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public static IEnumerable<PathChunk> ReadChunks(this IReportParser parser, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parser);
        return Read();

        IEnumerable<PathChunk> Read()
        {
            var chunk = new PathChunk();
            bool more = true;
            while (more)
            {
                more = parser.Fill(ref chunk, cancellation);
                if (chunk.Count > 0)
                {
                    yield return chunk;
                }

                chunk.Clear();
            }
        }
    }
}
