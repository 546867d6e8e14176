namespace Slackline.Cli.Commands;

/// <summary>An option that knows in words what it takes.</summary>
internal interface IValueOption
{
    /// <summary>The accepted values: "a whole number from 1 on".</summary>
    string Takes { get; }
}
