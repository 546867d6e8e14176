namespace Slackline.Queries.Model;

/// <summary>What makes one number of another.</summary>
internal enum UnaryOperator
{
    Negate,
    Absolute,
}
