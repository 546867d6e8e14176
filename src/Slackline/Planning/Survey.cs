using System.Buffers.Text;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Planning;

/// <summary>
/// All endpoints that a command reports paths to, from one cheap pass with a single path for each. Its report, in the format <c>slack_only</c>, tells the group of each;
/// what is told beside it, the exact slack, the side and the pin.
/// </summary>
internal static class Survey
{
    /// <summary>Reads a survey to its end.</summary>
    /// <exception cref="StaException">The command failed.</exception>
    /// <exception cref="InvalidDataException">Report and endpoints do not fit together.</exception>
    public static IReadOnlyList<Section> Read(PathCommand command, CancellationToken cancellation)
    {
        var sections = new List<Section>();
        EndpointFile? endpoints = null;
        try
        {
            var chunk = new PathChunk();
            bool more = true;
            while (more)
            {
                chunk.Clear();
                more = command.Fill(ref chunk, cancellation);
                for (int i = 0; i < chunk.Count; i++)
                {
                    endpoints ??= new EndpointFile(AsideFiles.Endpoints(command.Aside));
                    Add(sections, chunk[i], endpoints);
                }
            }

            endpoints ??= new EndpointFile(AsideFiles.Endpoints(command.Aside));
            if (endpoints.Read(out _, out _, out _))
            {
                throw new InvalidDataException("The tool named more endpoints than it printed paths to.");
            }
        }
        finally
        {
            endpoints?.Dispose();
        }

        return sections;
    }

    private static void Add(List<Section> sections, TimingPath path, EndpointFile endpoints)
    {
        if (!endpoints.Read(out float slack, out bool isMin, out ReadOnlySpan<byte> handleAndName))
        {
            throw new InvalidDataException("The tool named fewer endpoints than it printed paths to.");
        }

        string analysis = isMin ? "min" : "max";
        string group = path.PathGroup;
        if (sections.Count == 0 || sections[^1].Group != group || sections[^1].Analysis != analysis)
        {
            sections.Add(new Section(group, analysis));
        }

        sections[^1].Add(slack, handleAndName);
    }

    /// <summary>The endpoints that paths.tcl tells of, line by line.</summary>
    private sealed class EndpointFile(string path) : IDisposable
    {
        private readonly FileStream _file = File.OpenRead(path);
        private readonly TextWindow _window = new(64 * 1024);

        public bool Read(out float slack, out bool isMin, out ReadOnlySpan<byte> handleAndName)
        {
            ReadOnlySpan<byte> line = ReadLine();
            if (!Utf8Parser.TryParse(line, out double number, out int length) || line.Length < length + " min ".Length)
            {
                slack = 0;
                isMin = false;
                handleAndName = default;
                return false;
            }

            slack = (float)number;
            isMin = line[length..].StartsWith(" min "u8);
            handleAndName = line[(length + " min ".Length)..];
            return true;
        }

        public void Dispose() => _file.Dispose();

        private ReadOnlySpan<byte> ReadLine()
        {
            while (true)
            {
                ReadOnlySpan<byte> text = _window.Text;
                int length = text.IndexOf((byte)'\n');
                if (length >= 0)
                {
                    _window.Skip(length + 1);
                    return text[..length];
                }

                int read = _file.Read(_window.MakeRoom());
                if (read == 0)
                {
                    return default;
                }

                _window.Add(read);
            }
        }
    }
}
