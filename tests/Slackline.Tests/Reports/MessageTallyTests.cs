using Slackline.Reports;

namespace Slackline.Tests.Reports;

public class MessageTallyTests
{
    [Fact]
    public void A_message_that_repeats_is_told_once_and_those_past_the_bound_are_counted()
    {
        var tally = new MessageTally(2);
        Assert.Empty(tally.Lines);
        foreach (string message in (string[])["b", "a", "b", "c", "a", "d", "b", "c"])
        {
            tally.Add(message);
        }

        Assert.Equal(["b (3 times)", "a (2 times)", "and 3 more messages"], tally.Lines);
    }
}
