using System.Text;
using Slackline.Reports;

namespace Slackline.Mcp.Streams;

/// <summary>Keeps the first messages of a command's output that are no paths, and counts its bytes.</summary>
internal sealed class BlockLog : IReportSink
{
    private const int MaxKept = 20;
    private const int MaxLength = 300;

    private readonly Lock _lock = new();
    private readonly List<string> _messages = [];
    private long _bytes;
    private int _more;

    /// <summary>Bytes of output so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The first messages, and how many came after them.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_lock)
            {
                return _more == 0 ? [.. _messages] : [.. _messages, $"and {_more} more messages"];
            }
        }
    }

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        Interlocked.Add(ref _bytes, block.Length);
        if (block.Kind is BlockKind.Path or BlockKind.BlankLines)
        {
            return;
        }

        if (block.Diagnostic is { } diagnostic)
        {
            Keep(diagnostic.ToString());
        }
        else if (block.Damage != Damage.None)
        {
            Keep(block.Damage switch
            {
                Damage.Unread => $"text of a path at byte {block.Offset} belongs to none that could be read; it is not counted",
                Damage.TooLong => $"the report at byte {block.Offset} is too long to be held in memory; it is text here",
                _ => $"the output at byte {block.Offset} began as a path and then was none; it is not counted",
            });
        }
        else if (block.IsText)
        {
            Keep(Encoding.UTF8.GetString(block.Text).Trim());
        }
        else
        {
            Keep($"the command also printed a report ({block.Report!.GetType().Name}); run_report gives it");
        }
    }

    private void Keep(string message)
    {
        if (message.Length == 0)
        {
            return;
        }

        lock (_lock)
        {
            if (_messages.Count == MaxKept)
            {
                _more++;
            }
            else
            {
                _messages.Add(message.Length <= MaxLength ? message : message[..MaxLength] + "…");
            }
        }
    }
}
