using Slackline.Reports.Headings;
using Slackline.Timing;

namespace Slackline.Reports.Reading;

/// <summary>
/// Hands blocks to a sink, each with the empty lines before it, and records in the reader's state what the last block was.
/// </summary>
internal readonly struct BlockEmitter(ReaderState state, IReportSink sink)
{
    /// <summary>Emits the path that was added to a chunk last.</summary>
    /// <param name="text">The output from the reader's place on.</param>
    /// <param name="blankLength">How many bytes of empty lines precede it.</param>
    /// <param name="ownsBlanks">Whether they are part of the path.</param>
    /// <param name="length">The path's length without them.</param>
    /// <param name="chunk">The chunk.</param>
    public BlockResult EmitPath(ReadOnlySpan<byte> text, int blankLength, bool ownsBlanks, int length, PathChunk chunk)
    {
        int start = ownsBlanks ? 0 : blankLength;
        int end = blankLength + length;
        EmitBlankLines(text[..start]);
        state.PassPath();
        sink.Accept(new ReportBlock
        {
            Kind = BlockKind.Path,
            Offset = state.Offset + start,
            Length = end - start,
            Text = text[start..end],
            Path = chunk[chunk.Count - 1],
        });
        return BlockResult.Taken(end);
    }

    /// <summary>Emits a report of another kind, or a heading.</summary>
    public BlockResult EmitReport(in BlockText block, int length, Report report)
    {
        EmitBlankLines(block.Text[..block.BlankLength]);
        state.PassReport();
        sink.Accept(new ReportBlock
        {
            Kind = report is FlowHeading ? BlockKind.Heading : BlockKind.Report,
            Offset = state.Offset + block.BlankLength,
            Length = length,
            Text = block.Rest[..length],
            Report = report,
        });
        return BlockResult.Taken(block.BlankLength + length);
    }

    /// <summary>Emits the line as a diagnostic.</summary>
    public BlockResult EmitDiagnostic(in BlockText block, Diagnostic diagnostic)
    {
        bool isUsual = !block.HasCarriageReturn && !block.HasNoLineEnd;
        EmitBlankLines(block.Text[..block.BlankLength]);
        sink.Accept(new ReportBlock
        {
            Kind = BlockKind.Diagnostic,
            Offset = state.Offset + block.BlankLength,
            Length = block.LineLength,
            Text = block.Rest[..block.LineLength],
            Diagnostic = isUsual ? diagnostic
                : diagnostic with { CarriageReturns = block.HasCarriageReturn, NoFinalLineEnd = block.HasNoLineEnd },
        });
        return BlockResult.Taken(block.BlankLength + block.LineLength);
    }

    /// <summary>Emits text as it is.</summary>
    /// <param name="block">The text.</param>
    /// <param name="length">How much of it after the empty lines; 0 for these alone.</param>
    /// <param name="damage">What is wrong with it.</param>
    public BlockResult EmitVerbatim(in BlockText block, int length, Damage damage)
    {
        EmitBlankLines(block.Text[..block.BlankLength]);
        if (length > 0)
        {
            EmitVerbatim(block.Rest[..length], block.BlankLength, damage);
        }

        return BlockResult.Taken(block.BlankLength + length);
    }

    /// <summary>Emits all the text, empty lines and what follows them, as one block.</summary>
    public BlockResult EmitWholeVerbatim(in BlockText block, Damage damage)
    {
        EmitVerbatim(block.Text, 0, damage);
        return BlockResult.Taken(block.Text.Length);
    }

    private void EmitBlankLines(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty)
        {
            BlockKind kind = state.AfterParsed ? BlockKind.BlankLines : BlockKind.Verbatim;
            sink.Accept(new ReportBlock { Kind = kind, Offset = state.Offset, Length = text.Length, Text = text });
        }
    }

    private void EmitVerbatim(ReadOnlySpan<byte> text, int start, Damage damage)
    {
        state.PassVerbatim();
        sink.Accept(new ReportBlock
        {
            Kind = BlockKind.Verbatim,
            Offset = state.Offset + start,
            Length = text.Length,
            Text = text,
            Damage = damage,
        });
    }
}
