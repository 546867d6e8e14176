using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Slackline.Tests")]
[assembly: InternalsVisibleTo("slackline-bench")]
[assembly: InternalsVisibleTo("slackline-spooler")]
[assembly: InternalsVisibleTo("Slackline.Fuzz")]
