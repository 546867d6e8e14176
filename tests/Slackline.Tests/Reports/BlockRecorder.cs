using System.Text;
using Microsoft.Win32.SafeHandles;
using Slackline.Reports;
using Slackline.Reports.Parallel;
using Slackline.Reports.Paths;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Tests.Reports;

/// <summary>Reads a report and keeps what came of it, checking at each block that it prints as it was read and that no byte is missed.</summary>
internal sealed class BlockRecorder : IReportSink
{
    private readonly TextBuffer _again = new();
    private long _next;

    /// <summary>The blocks in order.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>The paths' texts in order.</summary>
    public IEnumerable<string> Paths => Blocks.Where(block => block.Kind == BlockKind.Path).Select(block => block.Text);

    /// <summary>A block, as far as a test looks at it.</summary>
    public sealed record Block(BlockKind Kind, long Offset, string Text, Damage Damage, Diagnostic? Diagnostic, Report? Report);

    /// <summary>Reads a text that comes in pieces of a size.</summary>
    public static BlockRecorder Read(ReadOnlySpan<byte> text, int pieceSize = int.MaxValue, PathChunk? chunk = null)
    {
        var recorder = new BlockRecorder();
        recorder.ReadAll(new OpenStaStreamParser(new PiecewiseStream(text.ToArray(), pieceSize), recorder, TimingUnits.Default), chunk ?? new PathChunk());
        Assert.Equal(text.Length, recorder._next);
        return recorder;
    }

    /// <summary>Reads a text that is known to end where it does.</summary>
    public static BlockRecorder ReadAtOnce(string text)
    {
        var recorder = new BlockRecorder();
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Assert.Equal(ReadOutcome.NeedsMoreText, new ReportReader(TimingUnits.Default).Read(bytes, isFinal: true, new PathChunk(), recorder, out int consumed));
        Assert.Equal(bytes.Length, consumed);
        return recorder;
    }

    /// <summary>Reads a file on several cores.</summary>
    public static BlockRecorder ReadInParallel(string file, int threads, int rangeLength, int windowLength = 100, bool wantsTextOfPaths = true)
    {
        var recorder = new BlockRecorder { WantsTextOfPaths = wantsTextOfPaths };
        using SafeFileHandle handle = File.OpenHandle(file);
        using var parser = new ParallelReportParser(handle, recorder, threads, TimingUnits.Default, rangeLength, windowLength);
        recorder.ReadAll(parser, new PathChunk());
        Assert.Equal(RandomAccess.GetLength(handle), recorder._next);
        return recorder;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, int, PathChunk)"/>
    public static BlockRecorder Read(string text, int pieceSize = int.MaxValue, PathChunk? chunk = null) => Read(Encoding.UTF8.GetBytes(text), pieceSize, chunk);

    /// <summary>Reads a text and gives its paths, in chunks of their own.</summary>
    public List<TimingPath> ReadPaths(byte[] text)
    {
        var parser = new OpenStaStreamParser(new MemoryStream(text), this, TimingUnits.Default);
        var paths = new List<TimingPath>();
        bool more = true;
        while (more)
        {
            var chunk = new PathChunk();
            more = parser.Fill(chunk, TestContext.Current.CancellationToken);
            paths.AddRange(Enumerable.Range(0, chunk.Count).Select(i => chunk[i]));
        }

        return paths;
    }

    private void ReadAll(IReportParser parser, PathChunk chunk)
    {
        while (parser.Fill(ref chunk, TestContext.Current.CancellationToken))
        {
            PathsInChunks += chunk.Count;
            chunk.Clear();
        }

        PathsInChunks += chunk.Count;
        Assert.Equal(Paths.Count(), PathsInChunks);
    }

    /// <summary>How many paths the chunks had.</summary>
    public int PathsInChunks { get; private set; }

    public bool WantsTextOfPaths { get; private init; } = true;

    public void Accept(in ReportBlock block)
    {
        Assert.Equal(_next, block.Offset);
        _next += block.Length;
        _again.Clear();
        if (block.Kind == BlockKind.Path)
        {
            PathRenderer.RenderWithBlankLines(block.Path, _again);
        }
        else if (block.Report is { } report)
        {
            report.Render(_again);
        }
        else if (block.Diagnostic is { } diagnostic)
        {
            diagnostic.Render(_again);
        }
        else
        {
            _again.Write(block.Text);
        }

        string text = Encoding.Latin1.GetString(block.Kind == BlockKind.Path && !WantsTextOfPaths ? _again.Written : block.Text);
        Assert.Equal(text, Encoding.Latin1.GetString(_again.Written));
        Assert.Equal(text.Length, block.Length);
        Blocks.Add(new Block(block.Kind, block.Offset, text, block.Damage, block.Diagnostic, block.Report));
    }
}
