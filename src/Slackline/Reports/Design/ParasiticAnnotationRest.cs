namespace Slackline.Reports.Design;

/// <summary>What may follow a part of a <see cref="ParasiticAnnotationReport"/>.</summary>
/// <param name="Unannotated">How many drivers without parasitics.</param>
/// <param name="PartiallyAnnotated">How many drivers with some; null while their number was not printed.</param>
internal sealed record ParasiticAnnotationRest(int Unannotated, int? PartiallyAnnotated);
