using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Slackline.Server;
using Slackline.Tests;

namespace Slackline.Mcp.Tests.Server;

/// <summary>Who may come over HTTP, and who may not.</summary>
public sealed class HttpSecurityTests
{
    private const string Tokens = "alice alices-token-0123456789\nbob bobs-token-01234567890123";
    private const string ToolsList = """{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{META}}""";
    private const string Meta = """
        "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientInfo":{"name":"t","version":"1"},"io.modelcontextprotocol/clientCapabilities":{}}
        """;

    private static readonly HttpOptions s_withTokens = new() { Tokens = BearerTokens.Parse(Tokens, "tokens") };

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.7")]
    [InlineData("::")]
    public void An_address_that_others_reach_needs_tokens(string address)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new HttpOptions { Address = IPAddress.Parse(address) }.Validate());
        Assert.Contains("--token-file", error.Message, StringComparison.Ordinal);
        (s_withTokens with { Address = IPAddress.Parse(address) }).Validate();
    }

    [Fact]
    public async Task The_command_refuses_such_an_address_too()
    {
        Processes.Result result = await Processes.SlacklineAsync("serve", "--listen", "0.0.0.0", "--port", "0");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("clients must show a token", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer alices-token-012345678")]
    [InlineData("Bearer alices-token-0123456789x")]
    [InlineData("Basic YWxpY2U6YWxpY2VzLXRva2VuLTAxMjM0NTY3ODk=")]
    public async Task Without_a_right_token_nobody_is_served(string? authorization)
    {
        await using ServedDesign server = await ServedDesign.StartAsync(AppContext.BaseDirectory, http: s_withTokens);
        using HttpResponseMessage response = await PostAsync(server, authorization: authorization);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_right_token_one_is_served()
    {
        await using ServedDesign server = await ServedDesign.StartAsync(AppContext.BaseDirectory, http: s_withTokens);
        using HttpResponseMessage response = await PostAsync(server, authorization: "Bearer bobs-token-01234567890123");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("stream_timing_analysis", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("evil.example:3333", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("timing.example", HttpStatusCode.OK)]
    public async Task The_host_must_be_the_servers(string host, HttpStatusCode expected)
    {
        await using ServedDesign server = await ServedDesign.StartAsync(AppContext.BaseDirectory, http: new HttpOptions { HostNames = ["timing.example"] });
        using HttpResponseMessage response = await PostAsync(server, host: host);
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("https://tools.example", HttpStatusCode.OK)]
    public async Task A_web_page_must_be_allowed(string origin, HttpStatusCode expected)
    {
        await using ServedDesign server = await ServedDesign.StartAsync(AppContext.BaseDirectory, http: new HttpOptions { Origins = ["https://tools.example"] });
        using HttpResponseMessage response = await PostAsync(server, origin: origin);
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        await using ServedDesign server = await ServedDesign.StartAsync(AppContext.BaseDirectory, http: new HttpOptions { MaxRequestBytes = 10_000 });
        using HttpResponseMessage response = await PostAsync(server, padding: 20_000);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Who_guesses_tokens_is_slowed_down()
    {
        await using ServedDesign server = await ServedDesign.StartAsync(AppContext.BaseDirectory, http: s_withTokens);
        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < 30; i++)
        {
            using HttpResponseMessage response = await PostAsync(server, authorization: $"Bearer guess-{i}-0123456789");
            statuses.Add(response.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);

        // Others are not.
        using HttpResponseMessage alice = await PostAsync(server, authorization: "Bearer alices-token-0123456789");
        Assert.Equal(HttpStatusCode.OK, alice.StatusCode);
    }

    [Fact]
    public async Task One_client_cannot_see_or_use_what_is_anothers()
    {
        using var folder = new TemporaryFolder();
        await using ServedDesign server = await ServedDesign.StartAsync(folder.Path, http: s_withTokens);
        await using Agent alice = await Agent.ConnectAsync(server.Address, "alices-token-0123456789");
        await using Agent bob = await Agent.ConnectAsync(server.Address, "bobs-token-01234567890123");
        string setup = Path.Combine(folder.Path, "setup.tcl");
        await File.WriteAllTextAsync(setup, "puts loaded\n", TestContext.Current.CancellationToken);
        string session = (await alice.CallAsync("open_session", new() { ["setup"] = setup })).GetProperty("session").GetString()!;
        Assert.Equal(0, (await bob.CallAsync("list_sessions", [])).GetProperty("sessions").GetArrayLength());
        Assert.Contains("no session", await bob.FailAsync("close_session", new() { ["session"] = session }), StringComparison.Ordinal);
        Assert.Contains("no session", await bob.FailAsync("run_report", new() { ["session"] = session, ["command"] = "report_wns" }), StringComparison.Ordinal);

        JsonElement page = await alice.CallAsync("stream_timing_analysis", new() { ["session"] = session, ["command"] = "set nothing 1" });
        string stream = page.GetProperty("stream").GetString()!;
        string cursor = (await alice.CallAsync("stream_status", new() { ["stream"] = stream })).GetProperty("firstCursor").GetString()!;
        Assert.Contains("no cursor of this server", await bob.FailAsync("next_page", new() { ["cursor"] = cursor }), StringComparison.Ordinal);
        Assert.Contains("There is no stream", await bob.FailAsync("stream_status", new() { ["stream"] = stream }), StringComparison.Ordinal);
        Assert.Equal(0, (await bob.CallAsync("list_streams", [])).GetProperty("total").GetInt32());
        Assert.Equal(1, (await alice.CallAsync("list_streams", [])).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task It_speaks_tls_with_a_configured_certificate()
    {
        using var folder = new TemporaryFolder();
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        string certificateFile = Path.Combine(folder.Path, "tls.pem");
        string keyFile = Path.Combine(folder.Path, "tls.key");
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);

        await using ServedDesign server = await ServedDesign.StartAsync(AppContext.BaseDirectory, http: new HttpOptions { CertificateFile = certificateFile, KeyFile = keyFile });
        Assert.Equal("https", server.Address.Scheme);
        using HttpResponseMessage response = await PostAsync(server, trusted: certificate.Thumbprint);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(
        ServedDesign server, string? authorization = null, string? host = null, string? origin = null, int padding = 0, string? trusted = null)
    {
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => trusted is not null && ((X509Certificate2)certificate!).Thumbprint == trusted,
            },
        };
        using var client = new HttpClient(handler);
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address);
        request.Content = new StringContent(ToolsList.Replace("META", Meta, StringComparison.Ordinal) + new string(' ', padding), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Add("MCP-Protocol-Version", "2026-07-28");
        request.Headers.Add("Mcp-Method", "tools/list");
        request.Headers.Host = host;
        Add("Authorization", authorization);
        Add("Origin", origin);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                Assert.True(request.Headers.TryAddWithoutValidation(name, value));
            }
        }
    }
}
