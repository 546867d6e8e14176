namespace Slackline.Queries.Model;

/// <summary>What makes one number of those of a path's points.</summary>
internal enum PointsFunction
{
    Sum,
    Minimum,
    Maximum,
}
