namespace Slackline.Reports.Design;

/// <summary>An instance inside a hierarchical one.</summary>
/// <param name="Name">Its name, without the path.</param>
/// <param name="Cell">Its cell or module.</param>
public sealed record InstanceChild(string Name, string Cell);
