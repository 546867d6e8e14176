using Slackline.Demo.Library;
using Slackline.Demo.Netlist;
using Slackline.Demo.Specials;

namespace Slackline.Demo.Plan;

/// <summary>The whole design as a stream of modules. Only the plan is in memory; stages are made anew at each pass.</summary>
internal sealed class Design
{
    public const string TopName = "slackline_demo";

    private readonly DemoOptions _options;
    private readonly IReadOnlyList<Module> _upperModules;
    private readonly IReadOnlyList<BlockPlan> _blocks;

    public Design(DemoOptions options)
    {
        _options = options;
        Units = new Units(options.TimeUnit, options.CapacitanceUnit);
        Clocks = new ClockPlan(options, Units);
        Specials = AllSpecials.For(Clocks);
        var specialModules = Specials.Select(special => special.Build()).ToArray();
        ConstrainedEndpoints = BlockPlan.LinkWidth + Specials.Sum(special => special.ConstrainedEndpoints);

        var left = options.Endpoints - ConstrainedEndpoints - specialModules.Sum(module => module.Endpoints);
        _blocks = CorePlan.Deal(options, Clocks, left);

        var specials = Hierarchy.Wrap("specials", "specials", [.. Specials.Zip(specialModules, (special, module) => (special.Name, module))]);
        var core = CoreBuilder.Core(_blocks);
        Top = Hierarchy.Wrap(TopName, "", [("core", core), ("specials", specials)]);
        _upperModules = [.. specialModules, specials, core, Top];
        ModuleCount = _upperModules.Count + _blocks.Sum(block => 1 + block.Stages.Count);
    }

    public Units Units { get; }

    public ClockPlan Clocks { get; }

    public IReadOnlyList<Special> Specials { get; }

    public Module Top { get; }

    /// <summary>Endpoints that constraints make, over those that cells have: output ports, gating and data checks.</summary>
    public int ConstrainedEndpoints { get; }

    public int ModuleCount { get; }

    /// <summary>Every module once, children before parents.</summary>
    public IEnumerable<Module> Modules()
    {
        foreach (var block in _blocks)
        {
            foreach (var stage in block.Stages)
            {
                yield return StageBuilder.Build(_options, block, stage);
            }

            yield return CoreBuilder.Block(block);
        }

        foreach (var module in _upperModules)
        {
            yield return module;
        }
    }
}
