using System.Text;
using Slackline.Reports;

namespace Slackline.Sessions;

/// <summary>The last bytes of an output, whatever it is and however long it was.</summary>
internal sealed class OutputTail
{
    private const int Capacity = 4096;
    private const int MaxLineLength = 500;

    private readonly Lock _lock = new();
    private readonly byte[] _ring = new byte[Capacity];
    private long _total;

    /// <summary>Adds the next bytes.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            // Bytes that would be overwritten at once need not be copied.
            int skipped = Math.Max(0, bytes.Length - Capacity);
            _total += skipped;
            bytes = bytes[skipped..];
            int at = (int)(_total % Capacity);
            int first = Math.Min(bytes.Length, Capacity - at);
            bytes[..first].CopyTo(_ring.AsSpan(at));
            bytes[first..].CopyTo(_ring);
            _total += bytes.Length;
        }
    }

    /// <summary>The last lines that are not empty, in their order.</summary>
    public IReadOnlyList<string> Lines(int count)
    {
        byte[] bytes;
        bool isCut;
        lock (_lock)
        {
            isCut = _total > Capacity;
            int at = isCut ? (int)(_total % Capacity) : 0;
            bytes = [.. _ring.AsSpan(at, (isCut ? Capacity : (int)_total) - at), .. _ring.AsSpan(0, at)];
        }

        // A line whose beginning was cut off by the capacity does not count.
        return
        [
            .. Encoding.UTF8.GetString(bytes).Split('\n').Skip(isCut ? 1 : 0)
                .Select(static line => line.TrimEnd('\r'))
                .Where(static line => line.Trim().Length > 0)
                .TakeLast(count)
                .Select(static line => line.Length > MaxLineLength ? line[..MaxLineLength] + "…" : line),
        ];
    }

    /// <summary>The diagnostics with which the output ends, in their order; empty when something else comes last.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics(int count)
    {
        var found = new Stack<Diagnostic>();
        foreach (string line in Lines(count).Reverse())
        {
            if (!DiagnosticReader.TryRead(Encoding.UTF8.GetBytes(line), out Diagnostic? diagnostic))
            {
                break;
            }

            found.Push(diagnostic!);
        }

        return [.. found];
    }
}
