namespace Slackline.Reports.Design;

/// <summary>How a <see cref="Capacitance"/> is printed.</summary>
public enum CapacitanceForm
{
    /// <summary>One number: all four values are the same.</summary>
    OneValue,

    /// <summary><c>MIN-MAX</c>, for rising and falling alike.</summary>
    Range,

    /// <summary><c>r RISE f FALL</c>, for minimum and maximum alike (OpenSTA 2.0).</summary>
    RiseFall,

    /// <summary><c>r MIN:MAX f MIN:MAX</c> (OpenSTA 2.0).</summary>
    RiseFallRange,
}
