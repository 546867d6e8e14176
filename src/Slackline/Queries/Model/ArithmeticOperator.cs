namespace Slackline.Queries.Model;

/// <summary>An operator that computes one number from two.</summary>
internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Minimum,
    Maximum,
}
