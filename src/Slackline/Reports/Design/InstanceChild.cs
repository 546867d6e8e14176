namespace Slackline.Reports.Design;

/// <summary>An instance within a hierarchical one.</summary>
/// <param name="Name">Its own name.</param>
/// <param name="Cell">Its cell or module.</param>
public sealed record InstanceChild(string Name, string Cell);
