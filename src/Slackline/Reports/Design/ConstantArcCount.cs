namespace Slackline.Reports.Design;

/// <summary>How many arcs between pins of constant value are annotated.</summary>
/// <param name="Annotated">Those with annotation.</param>
/// <param name="NotAnnotated">Those without.</param>
public readonly record struct ConstantArcCount(int Annotated, int NotAnnotated);
