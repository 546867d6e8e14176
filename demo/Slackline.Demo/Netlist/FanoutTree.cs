namespace Slackline.Demo.Netlist;

/// <summary>A balanced tree of buffers, so that a clock or a reset reaches any number of sinks at about the same time.</summary>
internal static class FanoutTree
{
    private const int SinksPerBuffer = 16;

    /// <summary>Builds the tree from <paramref name="root"/>; result i is the net for sink i.</summary>
    public static string[] Build(ModuleBuilder builder, string prefix, string root, int sinks, string buffer)
    {
        var widths = LevelWidths(sinks);
        string[] drivers = [root];
        for (var level = 0; level < widths.Count; level++)
        {
            var nets = new string[widths[level]];
            for (var i = 0; i < nets.Length; i++)
            {
                nets[i] = builder.Wire(Text.Of($"{prefix}_l{level}_{i}"));
                var parent = level == 0 ? root : drivers[i / SinksPerBuffer];
                builder.Place(Text.Of($"{prefix}_buf_l{level}_{i}"), buffer, nets[i], parent);
            }

            drivers = nets;
        }

        return [.. Enumerable.Range(0, sinks).Select(sink => drivers[sink / SinksPerBuffer])];
    }

    // From the root downwards; every sink hangs from the last level, which keeps the tree balanced.
    private static List<int> LevelWidths(int sinks)
    {
        var widths = new List<int>();
        var width = sinks;
        do
        {
            width = (width + SinksPerBuffer - 1) / SinksPerBuffer;
            widths.Insert(0, width);
        }
        while (width > 1);

        return widths;
    }
}
