using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>One run of a filter over a chunk.</summary>
/// <param name="Chunk">The chunk.</param>
/// <param name="Number">
/// Distinguishes it from the filter's earlier runs: values remembered in those are invalid, even when the chunk is the same object.
/// </param>
internal readonly record struct Pass(PathChunk Chunk, long Number);
