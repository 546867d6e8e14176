using System.IO.Hashing;
using System.Text;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>
/// Counts paths that a report prints under several headings: a flow reports the worst path, then the worst of each group. Only whole
/// paths can be compared: a row of a list does not identify its path. Remembers a bounded number.
/// </summary>
internal sealed class RepeatedPaths
{
    private const int MaxRemembered = 500_000;

    // By the hash of a path's text: under which heading it came first.
    private readonly Dictionary<UInt128, int> _seen = [];
    private readonly List<string> _sections = [];
    private readonly TextBuffer _text = new();
    private string _section = "";
    private int _sectionIndex = -1;

    /// <summary>How many paths came that had come under another heading.</summary>
    public long Count { get; private set; }

    /// <summary>How many paths were looked at: those under headings.</summary>
    public long Looked { get; private set; }

    /// <summary>Two headings that have a path in common.</summary>
    public string Example { get; private set; } = "";

    /// <summary>Looks at paths.</summary>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        foreach (int path in paths)
        {
            int section = chunk.Section[path];
            if (section != PathChunk.NoName && chunk.Format[path] is PathFormat.Full or PathFormat.Json)
            {
                Look(chunk[path], chunk.Names.GetString(section));
            }
        }
    }

    private void Look(TimingPath path, string section)
    {
        Looked++;
        if (section != _section || _sectionIndex < 0)
        {
            _section = section;
            _sectionIndex = _sections.IndexOf(section);
            if (_sectionIndex < 0)
            {
                _sectionIndex = _sections.Count;
                _sections.Add(section);
            }
        }

        _text.Clear();
        PathRenderer.Render(path, _text);
        _text.Write(Encoding.UTF8.GetBytes($"\0{path.Corner}\0{path.File}"));
        UInt128 hash = XxHash128.HashToUInt128(_text.Written);
        if (!_seen.TryGetValue(hash, out int first))
        {
            if (_seen.Count < MaxRemembered)
            {
                _seen.Add(hash, _sectionIndex);
            }
        }
        else if (first != _sectionIndex)
        {
            Count++;
            Example = Example.Length > 0 ? Example : $"{_sections[first]}; {section}";
        }
    }
}
