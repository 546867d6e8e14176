namespace Slackline.Mcp.Tools;

/// <summary>What is looked at in a command before it is handed on.</summary>
internal static class CommandCheck
{
    /// <summary>Checks a command.</summary>
    /// <exception cref="ToolInputException">It is empty or too long.</exception>
    public static void Check(string command, ServerLimits limits)
    {
        if (string.IsNullOrWhiteSpace(command))
        {
            throw new ToolInputException("`command` is empty. For example: report_checks -group_path_count 1000");
        }

        if (command.Length > limits.MaxCommandLength)
        {
            throw new ToolInputException($"`command` has {command.Length} characters; at most {limits.MaxCommandLength} are taken. Ask for more with the command and narrow with `filters`.");
        }
    }
}
