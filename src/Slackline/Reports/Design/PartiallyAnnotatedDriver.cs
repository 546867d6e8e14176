namespace Slackline.Reports.Design;

/// <summary>A driver whose parasitics miss some of its loads.</summary>
/// <param name="Driver">The driver pin.</param>
/// <param name="UnannotatedLoads">The load pins that are missed.</param>
public sealed record PartiallyAnnotatedDriver(string Driver, IReadOnlyList<string> UnannotatedLoads);
