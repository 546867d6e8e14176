using Slackline.Demo.Netlist;

namespace Slackline.Demo.Plan;

/// <summary>
/// Makes one stage: registers, their leaf clock and reset buffers, and the logic cloud before them. The first stage
/// of a block catches what comes from the neighbour block (perhaps another clock domain) after one gate only.
/// </summary>
internal sealed class StageBuilder
{
    private const int RegistersPerClockBuffer = 40;

    private readonly StagePlan _plan;
    private readonly RegisterMix _mix;
    private readonly Prng _random;
    private readonly ModuleBuilder _module;
    private readonly List<string> _sources = [];

    private StageBuilder(DemoOptions options, BlockPlan block, StagePlan plan)
    {
        _plan = plan;
        _mix = new RegisterMix(plan.Endpoints);
        _random = new Prng(options.Seed, plan.Block, plan.Index);
        _module = new ModuleBuilder(plan.ModuleName, $"{block.Path}/{plan.InstanceName}");
    }

    private bool CatchesLink => _plan.Index == 0;

    public static Module Build(DemoOptions options, BlockPlan block, StagePlan plan) =>
        new StageBuilder(options, block, plan).Build();

    private Module Build()
    {
        _module.Input("clk");
        _module.Input("rst_n");
        _module.Input("d_in", BlockPlan.LinkWidth);
        _module.Output("q_out", BlockPlan.LinkWidth);
        _module.Wire("state", _mix.Total - BlockPlan.LinkWidth);
        if (!CatchesLink)
        {
            _sources.AddRange(Enumerable.Range(0, BlockPlan.LinkWidth).Select(bit => Text.Of($"d_in[{bit}]")));
        }

        _sources.AddRange(_mix.Sources.Select(RegisterNet));
        var data = PlaceLogic(out var enable);
        PlaceRegisters(data, enable);
        return _module.Build();
    }

    private static string RegisterNet(int register) =>
        RegisterMix.IsLink(register)
            ? Text.Of($"q_out[{register}]")
            : Text.Of($"state[{register - BlockPlan.LinkWidth}]");

    // Gives the data net of every register, and the enable of the clock gate.
    private string[] PlaceLogic(out string enable)
    {
        var sinks = Enumerable.Range(0, _mix.Total).Where(register => !HasShallowData(register)).ToArray();
        var levels = sinks.Select(PickLevel).Append(Math.Max(1, _plan.Depth / 2)).ToArray();
        var cloud = new LogicCloud(_random, _sources.Count, levels, Math.Max(8, _mix.Total * 3 / 4));
        var nets = new string[cloud.Gates.Count];
        for (var gate = 0; gate < nets.Length; gate++)
        {
            nets[gate] = _module.Wire(Text.Of($"n{gate}"));
        }

        string Net(int number) => number < _sources.Count ? _sources[number] : nets[number - _sources.Count];

        for (var gate = 0; gate < nets.Length; gate++)
        {
            var (cell, inputs) = cloud.Gates[gate];
            _module.Place(Text.Of($"u_{gate}"), cell, nets[gate], [.. inputs.Select(Net)]);
        }

        var data = new string[_mix.Total];
        for (var i = 0; i < sinks.Length; i++)
        {
            data[sinks[i]] = Net(cloud.SinkNets[i]);
        }

        enable = Net(cloud.SinkNets[^1]);
        PlaceShallowData(data);
        return data;
    }

    private bool HasShallowData(int register) =>
        _mix.IsRetiming(register) || (CatchesLink && RegisterMix.IsLink(register));

    private int PickLevel(int register)
    {
        var depth = _plan.Depth;
        if (_mix.IsFalling(register))
        {
            return 1 + _random.Below(Math.Max(1, depth / 3));
        }

        // A few registers are fed by another register directly; these are the ones that hold is about.
        return _random.Unit() switch
        {
            < 0.03 => 0,
            < 0.22 => 1 + _random.Below(depth),
            _ => Math.Clamp((int)Math.Round(depth * (0.95 + (0.17 * _random.Normal()))), 1, depth * 2),
        };
    }

    private void PlaceShallowData(string[] data)
    {
        for (var register = 0; register < data.Length; register++)
        {
            if (HasShallowData(register))
            {
                var first = _mix.IsRetiming(register)
                    ? RegisterNet(register - _mix.Falling)
                    : Text.Of($"d_in[{register}]");
                var second = _sources[_random.Below(_sources.Count)];
                data[register] = _module.Gate(Text.Of($"u_mix_{register}"), "XOR2_X1", first, second);
            }
        }
    }

    private void PlaceRegisters(string[] data, string enable)
    {
        var reset = _module.Gate("u_rst_buf", "BUF_X4", "rst_n");
        var gatedClock = _module.Gate("u_clk_gate", "CLKGATE_X4", "clk", enable);
        var leaves = new string[(_mix.Total / RegistersPerClockBuffer) + 1];
        for (var i = 0; i < leaves.Length; i++)
        {
            leaves[i] = PlaceClockLeaf(i);
        }

        for (var register = 0; register < _mix.Total; register++)
        {
            var net = RegisterNet(register);
            var name = InstanceName(register);
            var clock = _mix.IsGated(register) ? gatedClock : leaves[register / RegistersPerClockBuffer];
            if (_mix.IsResettable(register))
            {
                _module.Place(name, "DFFR_X1", net, clock, data[register], reset);
            }
            else if (_mix.IsFalling(register))
            {
                _module.Place(name, "DFFN_X1", net, clock, data[register]);
            }
            else
            {
                var strength = _random.Below(4) == 0 ? "DFF_X2" : "DFF_X1";
                _module.Place(name, strength, net, clock, data[register]);
            }
        }
    }

    // Some leaves hang from a buffer or two more than the others: the skew that hold violations come from.
    private string PlaceClockLeaf(int leaf)
    {
        var net = "clk";
        var extra = _random.Below(4) == 0 ? 1 + _random.Below(2) : 0;
        for (var i = 0; i < extra; i++)
        {
            net = _module.Gate(Text.Of($"u_clk_skew_{leaf}_{i}"), "CLKBUF_X4", net);
        }

        return _module.Gate(Text.Of($"u_clk_leaf_{leaf}"), "CLKBUF_X4", net);
    }

    // Synthesis names a bus's registers with brackets inside the instance name, which Verilog must then escape.
    private string InstanceName(int register)
    {
        if (RegisterMix.IsLink(register))
        {
            return Text.Of($"q_reg[{register}]");
        }

        var kind = _mix.IsGated(register) ? "acc" : _mix.IsFalling(register) ? "neg" : "state";
        return Text.Of($"{kind}_reg_{register}");
    }
}
