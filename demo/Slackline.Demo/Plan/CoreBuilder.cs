using Slackline.Demo.Netlist;

namespace Slackline.Demo.Plan;

/// <summary>The modules above the stages: each block, and the core with its clock and reset trees.</summary>
internal static class CoreBuilder
{
    /// <summary>A block: its stages in a row, a register that takes the reset over, and buffers for clock and reset.</summary>
    public static Module Block(BlockPlan plan)
    {
        var module = new ModuleBuilder(plan.Name, plan.Path);
        module.Input("clk");
        module.Input("rst_n");
        var link = module.Input("link_in", BlockPlan.LinkWidth);
        module.Output("link_out", BlockPlan.LinkWidth);
        var clock = module.Gate("u_clk_buf", "CLKBUF_X8", "clk");
        var reset = module.Gate("u_rst_buf", "BUF_X2", "rst_n");
        for (var i = 0; i < plan.Stages.Count; i++)
        {
            var output = i == plan.Stages.Count - 1
                ? "link_out"
                : module.Wire(Text.Of($"pipe_{i}"), BlockPlan.LinkWidth);
            module.Instantiate(
                plan.Stages[i].InstanceName,
                plan.Stages[i].ModuleName,
                new("clk", clock),
                new("rst_n", reset),
                new("d_in", link),
                new("q_out", output));
            link = output;
        }

        return module.Build();
    }

    /// <summary>The core: blocks in a row from data_in to data_out, and for each clock a tree to the blocks that it clocks.</summary>
    public static Module Core(IReadOnlyList<BlockPlan> blocks)
    {
        var module = new ModuleBuilder("core", "core");
        var link = module.Input("data_in", BlockPlan.LinkWidth);
        module.Output("data_out", BlockPlan.LinkWidth);
        var clocks = new string[blocks.Count];
        var resets = new string[blocks.Count];
        foreach (var domain in blocks.GroupBy(block => block.Clock))
        {
            var members = domain.Select(block => block.Index).ToArray();
            PlantTree(module.Input(domain.Key.Name), "CLKBUF_X8", members, clocks);
            PlantTree(module.Input(domain.Key.Reset), "BUF_X4", members, resets);
        }

        foreach (var block in blocks)
        {
            var output = block.Index == blocks.Count - 1
                ? "data_out"
                : module.Wire(Text.Of($"link_{block.Index}"), BlockPlan.LinkWidth);
            module.Instantiate(
                block.Name,
                block.Name,
                new("clk", clocks[block.Index]),
                new("rst_n", resets[block.Index]),
                new("link_in", link),
                new("link_out", output));
            link = output;
        }

        return module.Build();

        void PlantTree(string root, string buffer, int[] members, string[] nets)
        {
            var leaves = FanoutTree.Build(module, root + "_tree", root, members.Length, buffer);
            for (var i = 0; i < members.Length; i++)
            {
                nets[members[i]] = leaves[i];
            }
        }
    }
}
