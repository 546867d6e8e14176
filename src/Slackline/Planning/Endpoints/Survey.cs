using System.Buffers.Text;
using System.Text;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Planning.Endpoints;

/// <summary>
/// All endpoints that a command reports paths to, from one cheap pass with a single path for each. Its report, in the format
/// <c>slack_only</c>, has the path group of each; a file beside it has the exact slack, the side of the check and the pin.
/// </summary>
internal static class Survey
{
    /// <summary>Reads a survey to its end.</summary>
    /// <exception cref="StaException">The command failed.</exception>
    /// <exception cref="InvalidDataException">The report and the recorded endpoints do not agree.</exception>
    public static IReadOnlyList<Section> Read(PathCommand command, CancellationToken cancellation)
    {
        var sections = new List<SurveyedSection>();
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
                    if (!endpoints.Read())
                    {
                        throw new InvalidDataException("The tool named fewer endpoints than it printed paths to.");
                    }

                    Add(sections, chunk[i].PathGroup, endpoints);
                }
            }

            endpoints ??= new EndpointFile(AsideFiles.Endpoints(command.Aside));
            if (endpoints.Read())
            {
                throw new InvalidDataException("The tool named more endpoints than it printed paths to.");
            }
        }
        finally
        {
            endpoints?.Dispose();
        }

        return [.. sections.Select(static section => section.InOrderOfSearch())];
    }

    private static void Add(List<SurveyedSection> sections, string group, EndpointFile endpoint)
    {
        if (sections.Count == 0 || !sections[^1].IsOf(group, endpoint.Analysis, endpoint.Mode))
        {
            sections.Add(new SurveyedSection(group, endpoint.Analysis, endpoint.Mode));
        }

        Section section = endpoint.IsAfterLatch ? sections[^1].AfterLatches : sections[^1].Others;
        section.Add(endpoint.Slack, endpoint.HandleAndName);
    }

    private sealed class SurveyedSection(string group, string analysis, string mode)
    {
        public Section AfterLatches { get; } = new(group, analysis, mode);

        public Section Others { get; } = new(group, analysis, mode);

        public bool IsOf(string otherGroup, string otherAnalysis, string otherMode) =>
            group == otherGroup && analysis == otherAnalysis && mode == otherMode;

        public Section InOrderOfSearch()
        {
            AfterLatches.ForgetBounds();
            AfterLatches.AddAll(Others);
            return AfterLatches;
        }
    }

    /// <summary>The endpoints that recording.tcl has recorded, line by line.</summary>
    private sealed class EndpointFile(string path) : IDisposable
    {
        private readonly FileStream _file = File.OpenRead(path);
        private readonly TextWindow _window = new(64 * 1024);
        private int _length;
        private int _start;
        private byte[] _mode = [];

        public float Slack { get; private set; }

        public string Analysis { get; private set; } = "";

        public string Mode { get; private set; } = "";

        public bool IsAfterLatch { get; private set; }

        /// <summary>Until the next one is read.</summary>
        public ReadOnlySpan<byte> HandleAndName => _window.Text[_start.._length];

        public bool Read()
        {
            _window.Skip(_length == 0 ? 0 : _length + 1);
            _length = FindLength();
            _start = 0;
            if (_length == 0)
            {
                return false;
            }

            ReadOnlySpan<byte> slack = ReadWord();
            Slack = Utf8Parser.TryParse(slack, out double number, out int length) && length == slack.Length
                ? (float)number
                : throw new InvalidDataException("The tool recorded an endpoint without its slack.");
            Analysis = ReadWord().SequenceEqual("min"u8) ? "min" : "max";
            ReadOnlySpan<byte> mode = ReadWord();
            Mode = mode.SequenceEqual("{}"u8) ? "" : mode.SequenceEqual(_mode) ? Mode : Encoding.UTF8.GetString(_mode = mode.ToArray());
            IsAfterLatch = ReadWord().SequenceEqual("1"u8);
            return true;
        }

        public void Dispose() => _file.Dispose();

        private ReadOnlySpan<byte> ReadWord()
        {
            ReadOnlySpan<byte> rest = HandleAndName;
            int length = rest.IndexOf((byte)' ');
            _start += length + 1;
            return length < 0 ? rest : rest[..length];
        }

        // Of the next line; 0 after the last one.
        private int FindLength()
        {
            while (true)
            {
                int length = _window.Text.IndexOf((byte)'\n');
                if (length >= 0)
                {
                    return length;
                }

                int read = _file.Read(_window.MakeRoom());
                if (read == 0)
                {
                    return 0;
                }

                _window.Add(read);
            }
        }
    }
}
