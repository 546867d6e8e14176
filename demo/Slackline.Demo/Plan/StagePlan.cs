namespace Slackline.Demo.Plan;

/// <summary>One pipeline stage of a block; enough to regenerate it without its neighbours.</summary>
/// <param name="Block">Number of the block.</param>
/// <param name="Index">Number of the stage in its block.</param>
/// <param name="Endpoints">How many timing endpoints it must have.</param>
/// <param name="Depth">Typical number of cells before a register.</param>
internal sealed record StagePlan(int Block, int Index, int Endpoints, int Depth)
{
    public string ModuleName => Text.Of($"dp_{Block}_stage_{Index}");

    public string InstanceName => Text.Of($"stage_{Index}");
}

/// <summary>A block: a short pipeline of stages in one clock domain, linked to the block before and after it.</summary>
internal sealed record BlockPlan(int Index, Clock Clock, IReadOnlyList<StagePlan> Stages)
{
    /// <summary>Bits that one stage or block hands to the next.</summary>
    public const int LinkWidth = 32;

    public string Name => Text.Of($"dp_{Index}");

    public string Path => $"core/{Name}";
}
