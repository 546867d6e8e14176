using System.Text;
using Slackline.Reports;
using Slackline.Reports.Data;
using Slackline.Reports.Paths;

namespace Slackline.Mcp.Streams;

/// <summary>Keeps the first messages of a command's output that are no paths, and counts its bytes.</summary>
internal sealed class BlockLog : IReportSink
{
    private const int MaxKept = 20;
    private const int MaxLength = 300;

    private readonly Lock _lock = new();
    private readonly MessageTally _messages = new(MaxKept);
    private long _bytes;

    /// <summary>Bytes of output so far.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>The first messages, each once with how often it came, and how many others there were.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (_lock)
            {
                return _messages.Lines;
            }
        }
    }

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        Interlocked.Add(ref _bytes, block.Length);
        // The lines above a list of paths belong to the paths, and a survey of ours prints some, too.
        if (block.Kind is BlockKind.Path or BlockKind.BlankLines || block.Report is PathListHeading or JsonListHeading or NoPaths)
        {
            return;
        }

        if (block.Diagnostic is { } diagnostic)
        {
            // OpenROAD remarks on everything that it does.
            if (diagnostic.Severity != Severity.Info)
            {
                Keep(diagnostic.ToString());
            }
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
            Keep($"the command also printed a report ({ReportKinds.NameOf(block.Report!)}); run_report gives it");
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
            _messages.Add(message.Length <= MaxLength ? message : message[..MaxLength] + "…");
        }
    }
}
