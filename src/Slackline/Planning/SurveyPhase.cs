using Slackline.Planning.Endpoints;
using Slackline.Planning.Plans;
using Slackline.Sessions;

namespace Slackline.Planning;

/// <summary>
/// The first phase of a query: finds out how its command can be run, by surveying it. A command that cannot be sliced turns out to be
/// running whole by then.
/// </summary>
/// <param name="session">Where it runs.</param>
/// <param name="commands">Starts it.</param>
/// <param name="pushed">What of the filter the tool leaves out by itself.</param>
/// <param name="options">How the query is run.</param>
internal sealed class SurveyPhase(StaSession session, CommandStarter commands, PushDown pushed, PlanOptions options)
{
    private const string WhySliced =
        "finding several paths for each endpoint costs more than all else, "
        + "and in slices of endpoints it is done side by side, the worst first";

    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    // Of the last try.
    private StaPathPlan? _plan;

    /// <summary>Decides how the command is run.</summary>
    /// <param name="announce">Called once it is known that the command runs whole, which may be long before the first path is
    /// found.</param>
    /// <param name="cancellation">Ends the survey.</param>
    /// <exception cref="StaException">The tool refuses the command, or fails.</exception>
    public PlanDecision Run(Action<WholeDecision> announce, CancellationToken cancellation)
    {
        for (int attempt = 1; ; attempt++)
        {
            int restarts = session.Restarts;
            PathCommand command = options.IsWhole
                ? commands.Whole(session, isFirst: attempt == 1, cancellation)
                : commands.Survey(session, isFirst: attempt == 1, cancellation);
            try
            {
                PlanDecision decision = Decide(command, restarts, announce, cancellation);
                if (decision is not WholeDecision { Running: not null })
                {
                    command.Dispose();
                }

                return decision;
            }
            catch (StaDiedException) when (attempt < options.Attempts)
            {
                command.Dispose();
            }
            catch (Exception e) when (e is StaException or InvalidDataException && _plan is { Mode: SteeringMode.Survey })
            {
                // Whatever is wrong, the command itself shows it in its place.
                command.Dispose();
                return WholeInstead(_plan, $"its endpoints could not be surveyed: {e.Message}");
            }
            catch
            {
                command.Dispose();
                throw;
            }
        }
    }

    private PlanDecision Decide(PathCommand command, int restarts, Action<WholeDecision> announce, CancellationToken cancellation)
    {
        WaitForPlan(command, announce, cancellation);
        _plan = command.ReadPlan();
        if (_plan is not { Mode: SteeringMode.Survey })
        {
            return Whole(_plan, command);
        }

        IReadOnlyList<Section> sections = Survey.Read(command, cancellation);
        string? whyWhole = command.ReadPlan() is { IsSingle: true }
            ? WhyCountMatters(_plan, sections)
            : "the script reports paths more than once";
        return whyWhole is not null
            ? WholeInstead(_plan, whyWhole)
            : new SlicedDecision(_plan, WhySliced, [.. sections.Select(section => WantedSection.Of(section, _plan, pushed))], restarts);
    }

    // How the tool understood the command is known when its first paths are there. A whole command is known to be one long before that.
    private void WaitForPlan(PathCommand command, Action<WholeDecision> announce, CancellationToken cancellation)
    {
        var look = new Timer(_ => Look(), null, s_patience, s_patience);
        try
        {
            command.Peek(cancellation);
        }
        finally
        {
            // The command's files must not vanish under it.
            look.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }

        void Look()
        {
            try
            {
                if (command.ReadPlan() is { Mode: SteeringMode.Whole } plan)
                {
                    announce(Whole(plan, command));
                }
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                // The phase reads the plan itself, after the first path, and meets the same fault.
            }
        }
    }

    // What the count for a group leaves over depends, in these cases, on how the tool counts while it searches: in slices it would be
    // something else. Null in all others.
    private static string? WhyCountMatters(StaPathPlan plan, IReadOnlyList<Section> sections)
    {
        Section[] cut = [.. sections.Where(section => plan.Cuts(section.Count))];
        return cut.Length == 0 ? null
            : plan.IsUnique ? "the tool counts paths for the group before it leaves out those that are not unique"
            : plan.IsBoundedBelow ? "the tool counts paths for the group before it leaves out those below -slack_min"
            : cut.Any(static section => section.Analysis == "min")
                ? "the count for a group cuts off hold paths, of which OpenSTA then drops some of the worst (those of a set_min_delay); "
                    + "a larger count gives all"
            : null;
    }

    private WholeDecision Whole(StaPathPlan? plan, PathCommand running)
    {
        string reason = plan is not null ? (options.IsWhole ? "as asked for" : plan.Reason)
            : session.Features.CanSteer ? "it reports no paths"
            : "this version of the tool cannot be asked for its endpoints";
        return new WholeDecision(plan, reason, running);
    }

    private static WholeDecision WholeInstead(StaPathPlan survey, string reason) =>
        new(survey with { Mode = SteeringMode.Whole, Reason = reason }, reason, null);
}
