namespace Slackline.Planning.Merge;

/// <summary>What becomes of the next path of a run.</summary>
internal enum Departure
{
    /// <summary>It stays: it is not there yet, or another run may still give a worse one.</summary>
    Waits,

    /// <summary>
    /// It leaves its run for the group of near ties: nothing comes before it, but a path of nearly the same slack may come after it, and
    /// names then decide.
    /// </summary>
    JoinsTies,

    /// <summary>It leaves, and the group of near ties with it: whatever comes after it has a clearly better slack.</summary>
    Leaves,
}

/// <summary>
/// The rule of the merge, as a function of what is known of each run. Endpoints for which no slice has begun count as one more run, of
/// which only the bound is known. Both answers depend on nothing but the worst of the other runs, so a caller may leave out all that are
/// better.
/// </summary>
internal static class MergeRule
{
    /// <summary>May the next path of a run leave?</summary>
    /// <param name="head">What is known of it.</param>
    /// <param name="others">What is known of the next path of every other run.</param>
    public static Departure Of(RunHead head, ReadOnlySpan<RunHead> others)
    {
        if (head.State != RunState.Ready)
        {
            return Departure.Waits;
        }

        bool isNear = NearTies.AreNeighbours(head.Slack, head.NextSlack);
        foreach (RunHead other in others)
        {
            if (other.State != RunState.Ended)
            {
                if (other.Slack < head.Slack)
                {
                    return Departure.Waits;
                }

                isNear |= NearTies.AreNeighbours(head.Slack, other.Slack);
            }
        }

        return isNear ? Departure.JoinsTies : Departure.Leaves;
    }

    /// <summary>Is a group of near ties complete, so that it may be ordered by name and leave?</summary>
    /// <param name="last">The slack of the path that joined it last.</param>
    /// <param name="heads">What is known of the next path of every run.</param>
    public static bool IsComplete(float last, ReadOnlySpan<RunHead> heads)
    {
        foreach (RunHead head in heads)
        {
            if (head.State != RunState.Ended && NearTies.AreNeighbours(last, head.Slack))
            {
                return false;
            }
        }

        return true;
    }
}
