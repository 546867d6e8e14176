namespace Slackline.Timing;

/// <summary>Which part of a path a point is on, whatever the format shows of each.</summary>
public enum PathPart : byte
{
    /// <summary>
    /// The launching clock's network, down to the pin of the startpoint that launches: <c>clk</c>, <c>ckbuf/Z</c>, <c>r1/CK</c>.
    /// </summary>
    LaunchClock,

    /// <summary>The data, from the startpoint's pin to the endpoint's: <c>r1/Q</c>, <c>u1/Z</c>, <c>r2/D</c>.</summary>
    Data,

    /// <summary>
    /// The capturing clock's network: <c>clk</c>, <c>r2/CK</c>. Of a data check, the path of the signal that it is checked against.
    /// </summary>
    CaptureClock,
}
