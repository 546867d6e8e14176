using System.CommandLine;
using Slackline.Server;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline mcp</c>: serves the agent that started it, over standard input and output.</summary>
internal static class McpCommand
{
    public static Command Make()
    {
        var options = new ServerOptions();
        var command = new Command(
            "mcp",
            """
            Serve an AI agent over standard input and output (Model Context Protocol). The agent's program starts it; for example in its configuration:

              { "mcpServers": { "slackline": { "command": "slackline", "args": ["mcp", "--setup-dir", "/path/of/designs"] } } }
            """);
        options.AddTo(command);
        command.SetAction(async (arguments, cancellation) =>
        {
            await StdioServer.RunAsync(options.Read(arguments), cancellation).ConfigureAwait(false);
            return ExitCode.Success;
        });
        return command;
    }
}
