using System.Text;
using Slackline.Sessions;

namespace Slackline.Planning.Endpoints;

/// <summary>
/// The handles by which a session's tool knows the pins of endpoints. They mean nothing to another process of the tool: a session other
/// than the one surveyed, or one that was restarted since, is surveyed for its own.
/// </summary>
internal sealed class EndpointHandles
{
    private readonly Func<StaSession, CancellationToken, IReadOnlyList<Section>> _survey;
    private readonly Lock _lock = new();
    private int _surveyedAt;
    private Dictionary<string, string>? _byName;

    /// <summary>The handles of a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="surveyedAt">The number of restarts that it had when the sections' own handles were got from it; -1 when they were
    /// not.</param>
    /// <param name="survey">Gets the endpoints from a session.</param>
    public EndpointHandles(StaSession session, int surveyedAt, Func<StaSession, CancellationToken, IReadOnlyList<Section>> survey)
    {
        Session = session;
        _surveyedAt = surveyedAt;
        _survey = survey;
    }

    /// <summary>The session.</summary>
    public StaSession Session { get; }

    /// <summary>The handles of some endpoints of a section.</summary>
    /// <exception cref="StaException">The session cannot say.</exception>
    public string[] Get(Section section, int first, int count, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_surveyedAt != Session.Restarts)
            {
                // Looked at first: started again during the survey, it is asked once more.
                int restarts = Session.Restarts;
                _byName = ByName(_survey(Session, cancellation));
                _surveyedAt = restarts;
            }

            var handles = new string[count];
            for (int i = 0; i < count; i++)
            {
                handles[i] = _byName is null
                    ? Encoding.UTF8.GetString(section.Handle(first + i))
                    : HandleOf(_byName, Encoding.UTF8.GetString(section.Name(first + i)));
            }

            return handles;
        }
    }

    private static string HandleOf(Dictionary<string, string> byName, string name) =>
        byName.GetValueOrDefault(name) ?? throw new StaException($"The design has no endpoint {name} any more.");

    private static Dictionary<string, string> ByName(IReadOnlyList<Section> sections)
    {
        var handles = new Dictionary<string, string>();
        foreach (Section section in sections)
        {
            for (int i = 0; i < section.Count; i++)
            {
                handles[Encoding.UTF8.GetString(section.Name(i))] = Encoding.UTF8.GetString(section.Handle(i));
            }
        }

        return handles;
    }
}
