using Slackline.Server;

namespace Slackline.Mcp.Tests.Server;

public sealed class BearerTokensTests
{
    [Fact]
    public void A_line_is_a_name_and_a_token()
    {
        BearerTokens tokens = BearerTokens.Parse("# our clients\nalice 0123456789abcdef\n\n  ci-1   fedcba9876543210 \r\n", "tokens");
        Assert.Equal("alice", tokens.ClientOf("0123456789abcdef"));
        Assert.Equal("ci-1", tokens.ClientOf("fedcba9876543210"));
        Assert.Null(tokens.ClientOf("0123456789abcdeF"));
        Assert.Null(tokens.ClientOf(""));
    }

    [Fact]
    public void A_token_may_stand_alone() => Assert.Equal("client", BearerTokens.Parse("0123456789abcdef\n", "tokens").ClientOf("0123456789abcdef"));

    [Theory]
    [InlineData("", "holds no token")]
    [InlineData("# nobody\n", "holds no token")]
    [InlineData("alice short", "at least 16 characters")]
    [InlineData("../alice 0123456789abcdef", "NAME TOKEN")]
    [InlineData("a b 0123456789abcdef", "NAME TOKEN")]
    [InlineData("alice 0123456789abcdef\nalice fedcba9876543210", "already")]
    public void What_is_wrong_is_said_without_the_token(string text, string expected)
    {
        FormatException error = Assert.Throws<FormatException>(() => BearerTokens.Parse(text, "tokens"));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("0123456789abcdef", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("short", error.Message, StringComparison.Ordinal);
    }
}
