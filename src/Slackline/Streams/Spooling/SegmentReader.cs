using System.Globalization;
using System.IO.Hashing;
using Apache.Arrow;
using Slackline.Arrow;

namespace Slackline.Streams.Spooling;

/// <summary>
/// Reads batches of one of the two tables, wherever the index says that they are, whether or not their segment has its footer yet.
/// </summary>
internal sealed class SegmentReader(string folder, SpoolTable table, ZstdCodec codec) : IDisposable
{
    private readonly BatchDecoder _decoder = new(SpoolTables.Current.Schema(table), codec);

    /// <summary>A chunk's batch; to be disposed of after use.</summary>
    /// <exception cref="SpoolCorruptedException">The file differs from what was written.</exception>
    public RecordBatch Read(in IndexEntry entry)
    {
        string path = SpoolFiles.Segment(folder, table, entry.Segment);
        (long offset, int length, ulong hash) = entry.Batch(table);
        using FileStream file = Open(path, entry);
        long fileLength = file.Length;
        if (fileLength < offset + length)
        {
            throw Corrupted(
                path, entry,
                string.Create(
                    CultureInfo.InvariantCulture, $"the file ends at byte {fileLength}, before the end of this part at {offset + length}"));
        }

        using var bytes = new MappedRange(file, offset, length);
        if (XxHash3.HashToUInt64(bytes.GetSpan()) != hash)
        {
            throw Corrupted(path, entry, "its checksum differs");
        }

        return _decoder.Decode(bytes.Memory);
    }

    /// <inheritdoc/>
    public void Dispose() => _decoder.Dispose();

    private FileStream Open(string path, in IndexEntry entry)
    {
        try
        {
            return PrivateFiles.Open(path, FileMode.Open, FileAccess.Read);
        }
        catch (FileNotFoundException)
        {
            throw Corrupted(path, entry, "the file is missing");
        }
    }

    private SpoolCorruptedException Corrupted(string path, in IndexEntry entry, string what) =>
        new(path, entry.Batch(table).Offset, entry.FirstPath, entry.PathCount, what);
}
