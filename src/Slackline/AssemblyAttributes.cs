using System.Runtime.CompilerServices;

// The programs of this product, which print reports back and show what a user of the library does not see.
[assembly: InternalsVisibleTo("slackline")]
[assembly: InternalsVisibleTo("Slackline.Service")]
[assembly: InternalsVisibleTo("Slackline.Mcp")]
[assembly: InternalsVisibleTo("Slackline.Server")]

// Tests and benchmarks.
[assembly: InternalsVisibleTo("Slackline.Tests")]
[assembly: InternalsVisibleTo("slackline-bench")]
[assembly: InternalsVisibleTo("slackline-spooler")]
[assembly: InternalsVisibleTo("Slackline.Fuzz")]
[assembly: InternalsVisibleTo("Slackline.Mcp.Tests")]
