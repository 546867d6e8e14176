namespace Slackline.Reports.Design;

/// <summary>A pin in an <see cref="InstanceReport"/>.</summary>
/// <param name="Port">The port of the instance's cell.</param>
/// <param name="Direction">Its direction, such as <c>input</c>.</param>
/// <param name="Net">The highest net it is connected to; null if it is not connected.</param>
/// <param name="Loads">The load pins of that net, which OpenSTA 2.0 lists with <c>-verbose</c>.</param>
public sealed record InstancePin(string Port, string Direction, string? Net, IReadOnlyList<InstanceLoad> Loads);
