namespace Slackline.Reports.Design;

/// <summary>A load of an instance's net.</summary>
/// <param name="Pin">The load pin's full name.</param>
/// <param name="Direction">Its direction.</param>
/// <param name="IsPort">Whether it is a port of the design.</param>
public sealed record InstanceLoad(string Pin, string Direction, bool IsPort);
