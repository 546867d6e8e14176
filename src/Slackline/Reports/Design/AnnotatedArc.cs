namespace Slackline.Reports.Design;

/// <summary>A timing arc in the lists of an <see cref="AnnotationReport"/>.</summary>
/// <param name="Role">What it is: <c>delay</c>, <c>internal net</c>, <c>primary input net</c>, <c>primary output net</c>, or a check such
/// as <c>setup</c>.</param>
/// <param name="From">The pin it starts from.</param>
/// <param name="To">The pin it goes to; null for a minimum period check, which has only one pin.</param>
/// <param name="Condition">Its condition in SDF; empty if it has none; null in OpenSTA 2.0, which then prints no space either.</param>
public sealed record AnnotatedArc(string Role, string From, string? To, string? Condition);
