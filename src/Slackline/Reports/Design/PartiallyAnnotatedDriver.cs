namespace Slackline.Reports.Design;

/// <summary>A driver whose parasitics miss some of its loads.</summary>
/// <param name="Driver">The driver pin.</param>
/// <param name="UnannotatedLoads">The load pins without parasitics.</param>
public sealed record PartiallyAnnotatedDriver(string Driver, IReadOnlyList<string> UnannotatedLoads);
