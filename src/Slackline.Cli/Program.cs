using Slackline.Cli;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
