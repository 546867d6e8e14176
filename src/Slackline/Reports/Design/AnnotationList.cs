namespace Slackline.Reports.Design;

/// <summary>The lists of an <see cref="AnnotationReport"/>.</summary>
internal enum AnnotationList
{
    /// <summary>The annotated arcs.</summary>
    Annotated,

    /// <summary>The arcs without annotation.</summary>
    Unannotated,
}
