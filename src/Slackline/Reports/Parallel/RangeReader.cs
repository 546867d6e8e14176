using Microsoft.Win32.SafeHandles;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Reports.Parallel;

/// <summary>Reads one range after the other, on one thread. Its text window and its memory of rows stay in the cache of its core.</summary>
internal sealed class RangeReader(SafeFileHandle file, int windowLength, TimingUnits units, ReportReaderLimits? limits)
{
    // Text read after the end of a range: a reader may need the line after a path to know that the path has ended.
    private const int Lookahead = 4 * 1024;

    // A last block that is longer than that is read in steps. Each reads the block anew, so each is several times as long as the one
    // before.
    private const int FirstStep = 64 * 1024;
    private const int Growth = 4;

    private const long MaxIdleBytes = 16_000_000;

    private readonly ReportReader _reader = new(units, limits);
    private readonly TextWindow _window = new(windowLength);

    /// <summary>
    /// Chunks for what it reads, separate from those of other readers: the memory that it wrote before is in the cache of its core.
    /// </summary>
    public ChunkPool Chunks { get; } = new(MaxIdleBytes);

    /// <summary>Reads a range from its <see cref="ReportRange.State"/> to the first block that begins at its end or later.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(ReportRange range)
    {
        _reader.State = range.State;
        _reader.StopAt = range.End;
        _window.Clear();
        long received = range.State.Offset;
        long step = FirstStep;
        bool isFinal = false;
        while (true)
        {
            ReadOutcome outcome = _reader.Read(_window.Text, isFinal, range.OpenChunk(), range, out int consumed);
            _window.Skip(consumed);
            if (outcome == ReadOutcome.ChunkFull)
            {
                continue;
            }

            if (outcome == ReadOutcome.Stopped || isFinal)
            {
                return;
            }

            Span<byte> room = _window.MakeRoom();
            long wanted = range.End + Lookahead - received;
            if (wanted <= 0)
            {
                wanted = step;
                step *= Growth;
            }

            int length = RandomAccess.Read(file, room[..(int)Math.Min(room.Length, wanted)], received);
            _window.Add(length);
            received += length;
            isFinal = length == 0;
        }
    }
}
