namespace Slackline.Queries.Model;

/// <summary>
/// A comparison as the set of relations that satisfy it. A blank (NaN) stands in no relation to anything, so that no comparison
/// with it holds: not even "not equal".
/// </summary>
[Flags]
internal enum ComparisonOperator
{
    None = 0,
    Less = 1,
    Equal = 2,
    Greater = 4,
    LessOrEqual = Less | Equal,
    NotEqual = Less | Greater,
    GreaterOrEqual = Greater | Equal,
}
