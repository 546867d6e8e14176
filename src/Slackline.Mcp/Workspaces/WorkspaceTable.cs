using System.Collections.Concurrent;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Workspaces;

/// <summary>The workspaces of all clients, made when a client first comes.</summary>
internal sealed class WorkspaceTable(SlacklineMcpOptions options) : IAsyncDisposable
{
    /// <summary>Who comes without a token: over standard input, or from this machine.</summary>
    public const string Local = "local";

    private readonly ConcurrentDictionary<string, Lazy<Workspace>> _workspaces = new(StringComparer.Ordinal);

    /// <summary>The workspace of a client.</summary>
    /// <param name="client">The client's name: letters, digits, '-' and '_'.</param>
    public Workspace Of(string client) => _workspaces.GetOrAdd(client, name => new Lazy<Workspace>(() => Make(name))).Value;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (Lazy<Workspace> workspace in _workspaces.Values)
        {
            await workspace.Value.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Workspace Make(string client)
    {
        string root = options.StateDirectory ?? SpoolDirectory.DefaultRoot;
        string own = client == Local ? root : Path.Combine(root, "clients", client);
        return new Workspace(SpoolDirectory.At(own, options.SpoolLimits), options.Bounds, options.Limits);
    }
}
