namespace Slackline.Reports.Design;

/// <summary>A step of an <see cref="ArcCalculation"/>.</summary>
public abstract record CalculationStep
{
    internal abstract void WriteLines(LineWriter lines, int digits);
}
