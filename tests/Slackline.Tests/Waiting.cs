namespace Slackline.Tests;

/// <summary>Waits for what happens in threads and processes.</summary>
internal static class Waiting
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    /// <summary>Waits until something is so; a test that waits for ever fails.</summary>
    public static async Task Until(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(s_patience);
        while (!condition())
        {
            await Task.Delay(5, deadline.Token);
        }
    }
}
