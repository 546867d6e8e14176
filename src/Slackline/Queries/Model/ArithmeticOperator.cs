namespace Slackline.Queries.Model;

/// <summary>What makes one number of two.</summary>
internal enum ArithmeticOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Minimum,
    Maximum,
}
