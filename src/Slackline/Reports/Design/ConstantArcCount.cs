namespace Slackline.Reports.Design;

/// <summary>How many arcs between pins of constant value are annotated.</summary>
/// <param name="Annotated">Arcs with annotation.</param>
/// <param name="NotAnnotated">Arcs without annotation.</param>
public readonly record struct ConstantArcCount(int Annotated, int NotAnnotated);
