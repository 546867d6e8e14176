using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Slackline.Mcp.Tests")]
