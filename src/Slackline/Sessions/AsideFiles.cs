namespace Slackline.Sessions;

/// <summary>The files in which an evaluation records what the text of its report does not say; recording.tcl writes them.</summary>
internal static class AsideFiles
{
    /// <summary>A Tcl dictionary: how the command was understood.</summary>
    public static string Plan(string aside) => aside + ".plan";

    /// <summary>
    /// The slacks of the paths in the order in which they are printed, in seconds, each a single-precision number of four bytes, the lowest
    /// first.
    /// </summary>
    public static string Slacks(string aside) => aside + ".slacks";

    /// <summary>
    /// A line for each endpoint: its worst slack in seconds, <c>min</c> or <c>max</c>, its mode, 1 when it is reached through a latch, its
    /// pin's handle, its pin's name.
    /// </summary>
    public static string Endpoints(string aside) => aside + ".endpoints";

    public static IEnumerable<string> All(string aside) => [Plan(aside), Slacks(aside), Endpoints(aside)];
}
