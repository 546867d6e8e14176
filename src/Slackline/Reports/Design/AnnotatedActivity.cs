namespace Slackline.Reports.Design;

/// <summary>A pin whose activity is annotated.</summary>
/// <param name="Origin">The origin of its activity: <c>vcd</c>, <c>saif</c>, <c>user</c>, ...</param>
/// <param name="Pin">Its full name.</param>
public sealed record AnnotatedActivity(string Origin, string Pin);
