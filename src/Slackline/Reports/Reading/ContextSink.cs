using System.Text;
using Slackline.Reports.Checks;
using Slackline.Reports.Headings;
using Slackline.Timing;

namespace Slackline.Reports.Reading;

/// <summary>
/// Tracks the headings between the blocks of an output. It gives paths their section, file, corner and units, gives other blocks their
/// context, and hands all on. It gets the blocks in order even if they were read out of order, so no reader needs to know what was printed
/// far above.
/// </summary>
internal sealed class ContextSink : IReportSink
{
    private readonly IReportSink _next;
    private readonly ReportContext _whole;
    private readonly byte[] _file;
    private ReportContext _context;
    private byte[] _section = [];
    private byte[] _corner = [];

    // The units printed last; null before that, where the reader's are right.
    private TimingUnits? _units;

    // The ids of the three names in the chunk that is being filled.
    private long _content = -1;
    private int _fileId;
    private int _sectionId;
    private int _cornerId;

    /// <summary>Tracks the headings of one output.</summary>
    /// <param name="next">Takes the blocks.</param>
    /// <param name="whole">What is known of the whole output.</param>
    public ContextSink(IReportSink next, ReportContext whole)
    {
        _next = next;
        _context = _whole = whole;
        _file = Encoding.UTF8.GetBytes(whole.File);
        Set(whole.Section, whole.Corner);
    }

    /// <inheritdoc/>
    public bool WantsTextOfPaths => _next.WantsTextOfPaths;

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        if (block.Kind == BlockKind.Path)
        {
            Mark(block.Path);
            _next.Accept(block);
            return;
        }

        switch (block.Report)
        {
            case FlowHeading heading:
                Apply(heading);
                break;
            case ReportedUnits printed when printed.ToUnits() is { } own:
                _units = own;
                break;
        }

        _next.Accept(block with { Context = _context });
    }

    // A section's heading ends the corner of an earlier heading.
    private void Apply(FlowHeading heading)
    {
        switch (heading)
        {
            case SectionHeading section:
                Set(section.Title, _whole.Corner);
                break;
            case CornerHeading corner:
                Set(_context.Section, corner.Corner);
                break;
            case CreatedReportHeading created:
                Set(created.File, _whole.Corner);
                break;
            case CreatedReportEnd:
                Set("", _whole.Corner);
                break;
        }
    }

    private void Set(string section, string corner)
    {
        _context = new ReportContext(_whole.File, section, corner);
        _section = Encoding.UTF8.GetBytes(section);
        _corner = Encoding.UTF8.GetBytes(corner);
        _content = -1;
    }

    private void Mark(TimingPath path)
    {
        PathChunk chunk = path.Chunk;
        if (_units is not null && path.Format != PathFormat.Json && !ReferenceEquals(chunk.Units, _units))
        {
            chunk.CountIn(_units);
        }

        if (_file.Length + _section.Length + _corner.Length == 0)
        {
            return;
        }

        if (chunk.Content != _content)
        {
            _content = chunk.Content;
            _fileId = Intern(chunk, _file);
            _sectionId = Intern(chunk, _section);
            _cornerId = Intern(chunk, _corner);
        }

        chunk.SetContext(path.Index, _fileId, _sectionId, _cornerId);
    }

    private static int Intern(PathChunk chunk, byte[] name) => name.Length == 0 ? PathChunk.NoName : chunk.Names.Intern(name);
}
