namespace Slackline.Queries.Model;

/// <summary>An operator that computes one number from another.</summary>
internal enum UnaryOperator
{
    Negate,
    Absolute,
}
