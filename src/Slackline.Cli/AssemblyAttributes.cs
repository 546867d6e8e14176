using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Slackline.Tests")]
