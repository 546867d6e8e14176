namespace Slackline.Reports.Design;

/// <summary>What may follow a part of a <see cref="ParasiticAnnotationReport"/>.</summary>
/// <param name="Unannotated">The number of drivers without parasitics that may follow.</param>
/// <param name="PartiallyAnnotated">The number of drivers with some parasitics that may follow; null while it was not printed.</param>
internal sealed record ParasiticAnnotationRest(int Unannotated, int? PartiallyAnnotated);
