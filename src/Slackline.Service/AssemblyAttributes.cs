using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("slackline")]
[assembly: InternalsVisibleTo("Slackline.Mcp")]
[assembly: InternalsVisibleTo("Slackline.Server")]
[assembly: InternalsVisibleTo("Slackline.Tests")]
[assembly: InternalsVisibleTo("Slackline.Mcp.Tests")]
