namespace Slackline.Reports.Design;

/// <summary>How many timing arcs of one kind are annotated from SDF.</summary>
/// <param name="Kind">The kind of arcs, such as <c>cell arcs</c>, <c>internal net arcs</c>, <c>cell setup arcs</c>.</param>
/// <param name="Total">All arcs of that kind.</param>
/// <param name="Annotated">Arcs with annotation.</param>
/// <param name="NotAnnotated">Arcs without annotation.</param>
/// <param name="Constants">Arcs between pins of constant value (<c>-constant_arcs</c>); null if they were not requested.</param>
public sealed record AnnotationCount(string Kind, int Total, int Annotated, int NotAnnotated, ConstantArcCount? Constants);
