namespace Slackline.Fuzz;

/// <summary>The targets by their names.</summary>
internal static class FuzzTargets
{
    private static readonly Dictionary<string, Func<IFuzzTarget>> s_all = new()
    {
        ["report"] = static () => new ReportTarget(),
        ["tcl"] = static () => new TclTarget(),
        ["filter"] = static () => new FilterTarget(),
    };

    public static string Names => string.Join(", ", s_all.Keys);

    /// <summary>What makes the target of a name.</summary>
    public static Func<IFuzzTarget> Find(string name) =>
        s_all.TryGetValue(name, out Func<IFuzzTarget>? target) ? target : throw new ArgumentException($"There is no target {name}, but {Names}.");
}
