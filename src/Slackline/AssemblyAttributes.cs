using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Slackline.Tests")]
[assembly: InternalsVisibleTo("slackline-bench")]
