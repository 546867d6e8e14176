namespace Slackline.Demo.Plan;

/// <summary>
/// Which registers a stage has. The order is: the registers that feed the next stage, then plain ones, then one
/// group each of clock-gated, resettable, and falling-edge registers with their rising-edge partners.
/// </summary>
internal sealed class RegisterMix
{
    public RegisterMix(int endpoints)
    {
        // The clock gate's enable is one endpoint; a resettable register has two, data and reset.
        const int ClockGate = 1;
        Resettable = endpoints / 20;
        Total = endpoints - ClockGate - Resettable;
        Falling = Math.Max(1, Total / 24);
        Gated = (Total - BlockPlan.LinkWidth) / 4;
    }

    public int Total { get; }

    public int Resettable { get; }

    public int Falling { get; }

    public int Gated { get; }

    private int FirstRetiming => Total - Falling;

    private int FirstFalling => FirstRetiming - Falling;

    private int FirstResettable => FirstFalling - Resettable;

    private int FirstGated => FirstResettable - Gated;

    public static bool IsLink(int register) => register < BlockPlan.LinkWidth;

    public bool IsGated(int register) => register >= FirstGated && register < FirstResettable;

    public bool IsResettable(int register) => register >= FirstResettable && register < FirstFalling;

    public bool IsFalling(int register) => register >= FirstFalling && register < FirstRetiming;

    /// <summary>A rising-edge register that takes over from falling register <c>register - Falling</c>.</summary>
    public bool IsRetiming(int register) => register >= FirstRetiming;

    /// <summary>Registers whose output may feed deep logic; a falling one's half cycle is too short for that.</summary>
    public IEnumerable<int> Sources => Enumerable.Range(0, Total).Where(register => !IsFalling(register));
}
