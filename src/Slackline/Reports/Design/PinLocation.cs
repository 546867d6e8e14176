namespace Slackline.Reports.Design;

/// <summary>Where a pin is placed, in the distance unit, without digits after the point.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From below.</param>
public readonly record struct PinLocation(double X, double Y);
