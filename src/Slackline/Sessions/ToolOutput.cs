using System.Text;

namespace Slackline.Sessions;

/// <summary>
/// The last lines that the tool's process printed on its own standard output and error, outside any request, quoted when the process
/// dies.
/// </summary>
internal sealed class ToolOutput
{
    private const int MaxLines = 40;
    private const int MaxLineLength = 500;
    private readonly Queue<string> _lines = new();

    public void Add(string? line)
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        lock (_lines)
        {
            if (_lines.Count == MaxLines)
            {
                _lines.Dequeue();
            }

            _lines.Enqueue(line.Length > MaxLineLength ? line[..MaxLineLength] : line);
        }
    }

    /// <summary>The last lines, formatted for the end of a message; empty when there are none.</summary>
    public string Quote()
    {
        lock (_lines)
        {
            var quote = new StringBuilder();
            foreach (string line in _lines.TakeLast(5))
            {
                quote.AppendLine().Append("  ").Append(line);
            }

            return quote.ToString();
        }
    }
}
