namespace Slackline.Timing;

/// <summary>The edge that arrives at a pin: <c>^</c> or <c>v</c> in the report.</summary>
public enum Transition : byte
{
    /// <summary>The row shows no edge.</summary>
    None = 0,

    /// <summary>Rising, printed <c>^</c>.</summary>
    Rise = (byte)'^',

    /// <summary>Falling, printed <c>v</c>.</summary>
    Fall = (byte)'v',
}
