using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Slackline.Mcp.Tests")]
[assembly: InternalsVisibleTo("slackline-bench")]
[assembly: InternalsVisibleTo("Slackline.Server")]
