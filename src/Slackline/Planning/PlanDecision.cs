using Slackline.Planning.Endpoints;
using Slackline.Sessions;

namespace Slackline.Planning;

/// <summary>How a query is going to be run, and why.</summary>
/// <param name="Plan">How the tool understood the command; null when it cannot be steered, or reports no paths.</param>
/// <param name="Reason">Why, in words for the user.</param>
internal abstract record PlanDecision(StaPathPlan? Plan, string Reason);

/// <summary>The command runs whole.</summary>
/// <param name="Plan">How the tool understood it; null when it cannot be steered, or reports no paths.</param>
/// <param name="Reason">Why.</param>
/// <param name="Running">The command, when the survey turned out to run it whole; null when it has not begun.</param>
internal sealed record WholeDecision(StaPathPlan? Plan, string Reason, PathCommand? Running) : PlanDecision(Plan, Reason);

/// <summary>The command runs in slices of its endpoints.</summary>
/// <param name="Understood">How the tool understood it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Sections">What the slices are cut from, in the order of the result.</param>
/// <param name="Restarts">The number of restarts that the session had when it was surveyed.</param>
internal sealed record SlicedDecision(StaPathPlan Understood, string Reason, IReadOnlyList<WantedSection> Sections, int Restarts)
    : PlanDecision(Understood, Reason);

/// <summary>The endpoints of a path group, on one side of the check, that are searched for paths.</summary>
/// <param name="Endpoints">Those that the filter does not rule out.</param>
/// <param name="LeftOut">How many it rules out.</param>
/// <param name="WorstSlack">The worst slack of all, in seconds.</param>
/// <param name="IsCut">Whether the count for the group cuts some of its paths off.</param>
internal sealed record WantedSection(Section Endpoints, int LeftOut, float WorstSlack, bool IsCut)
{
    /// <summary>What of a section is wanted.</summary>
    public static WantedSection Of(Section section, StaPathPlan plan, PushDown pushed)
    {
        // Where the count leaves only the worst paths, leaving out an endpoint would let in others.
        bool isCut = plan.Cuts(section.Count);
        Section wanted = section.Passing(isCut ? null : pushed.Endpoints, plan.SlackBound);
        return new WantedSection(wanted, section.Count - wanted.Count, section.WorstSlack, isCut);
    }
}
