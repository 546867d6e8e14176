namespace Slackline.Reports.Paths;

/// <summary>The numbers in a line of a list of paths, in the tool's time unit; NaN where there is none.</summary>
internal struct ListedTimes()
{
    public double Arrival = double.NaN;
    public double Required = double.NaN;
    public double Slack = double.NaN;

    /// <summary>Digits after the point; -1 when the line has no finite number.</summary>
    public int Digits = -1;
}
