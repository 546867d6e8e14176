namespace Slackline.Mcp.Workspaces;

/// <summary>The workspace of the client whose request is being answered.</summary>
internal sealed class CurrentWorkspace(Func<Workspace> find)
{
    /// <summary>The workspace.</summary>
    public Workspace Value => find();
}
