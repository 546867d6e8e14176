namespace Slackline.Reports.Design;

/// <summary>What a pin of a net belongs to.</summary>
public enum NetPinKind
{
    /// <summary>A cell.</summary>
    Leaf,

    /// <summary>The design: it is a port.</summary>
    Port,

    /// <summary>A hierarchical instance.</summary>
    Hierarchical,
}
