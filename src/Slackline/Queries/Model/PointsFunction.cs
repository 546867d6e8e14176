namespace Slackline.Queries.Model;

/// <summary>A function that computes one number from those of a path's points.</summary>
internal enum PointsFunction
{
    Sum,
    Minimum,
    Maximum,
}
