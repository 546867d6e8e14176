namespace Slackline.Reports.Design;

/// <summary>The location of a pin, in the distance unit, without digits after the point.</summary>
/// <param name="X">The distance from the left.</param>
/// <param name="Y">The distance from the bottom.</param>
public readonly record struct PinLocation(double X, double Y);
