using System.Text;
using Slackline.Reports;

namespace Slackline.Sessions;

/// <summary>The last bytes of an output, whatever it is and however long it was.</summary>
internal sealed class OutputTail
{
    private const int Capacity = 4096;
    private const int MaxLineLength = 500;

    private readonly Lock _lock = new();
    private readonly byte[] _bytes = new byte[Capacity];
    private int _count;

    /// <summary>Adds what comes next.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Capacity)
        {
            bytes = bytes[^Capacity..];
        }

        lock (_lock)
        {
            int kept = Math.Min(_count, Capacity - bytes.Length);
            _bytes.AsSpan(_count - kept, kept).CopyTo(_bytes);
            bytes.CopyTo(_bytes.AsSpan(kept));
            _count = kept + bytes.Length;
        }
    }

    /// <summary>The last lines that are not empty, in their order.</summary>
    public IReadOnlyList<string> Lines(int count)
    {
        string text;
        bool isCut;
        lock (_lock)
        {
            text = Encoding.UTF8.GetString(_bytes.AsSpan(0, _count));
            isCut = _count == Capacity;
        }

        // What the capacity has cut at its beginning is no line.
        return
        [
            .. text.Split('\n').Skip(isCut ? 1 : 0).Select(static line => line.TrimEnd('\r')).Where(static line => line.Trim().Length > 0).TakeLast(count)
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
