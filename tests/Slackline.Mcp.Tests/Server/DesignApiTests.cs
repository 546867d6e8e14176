using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Slackline.Server;
using Slackline.Sessions;
using Slackline.Tests;

namespace Slackline.Mcp.Tests.Server;

/// <summary>What programs ask the server for: designs, and the paths of commands in them.</summary>
public sealed class DesignApiTests(DemoDesignFixture design)
{
    private const int HeaderSize = 24;

    [Fact]
    public async Task Paths_come_as_frames_and_the_last_says_how_many()
    {
        await using ServedDesign server = await ServedDesign.StartAsync(design);
        using var client = new HttpClient { BaseAddress = server.Address };
        string id = await OpenAsync(client, design.Setup);

        byte[] answer = await PathsAsync(client, id, new { command = "report_checks -group_path_count 50", where = "slack < 100", points = true });

        List<(int Kind, byte[] Content)> frames = Split(answer);
        Assert.Equal(1, frames[0].Kind);
        Assert.Contains(frames, static frame => frame.Kind == 2);
        JsonElement end = End(frames);
        Assert.True(end.GetProperty("paths").GetInt64() > 50);
        Assert.Equal(0, end.GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public async Task A_command_of_a_client_runs_in_the_sandbox()
    {
        await using ServedDesign server = await ServedDesign.StartAsync(design);
        using var client = new HttpClient { BaseAddress = server.Address };
        string id = await OpenAsync(client, design.Setup);

        JsonElement end = End(Split(await PathsAsync(client, id, new { command = "puts [pwd]; report_checks" })));

        Assert.Equal(4, end.GetProperty("exit_code").GetInt32());
        Assert.Contains("pwd", end.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"command":"report_checks","where":"slak < 0"}""", "did you mean 'slack'")]
    [InlineData("""{"command":"report_checks","columns":"nosuch"}""", "unknown column 'nosuch'")]
    [InlineData("""{"command":"report_checks","wher":"slack < 0"}""", "wher")]
    [InlineData("""{"command":"report_checks","take":0}""", "'take' is 0; it must be 1 or more")]
    [InlineData("""{"command":"report_checks","distinct":"nosuch"}""", "unknown column 'nosuch'")]
    [InlineData("""{"command":"  "}""", "empty")]
    [InlineData("""{"command":""", "not understood")]
    [InlineData("""{"where":"slack < 0"}""", "command")]
    public async Task A_wrong_query_is_refused_before_the_tool_works(string body, string says)
    {
        await using ServedDesign server = await ServedDesign.StartAsync(design);
        using var client = new HttpClient { BaseAddress = server.Address };
        string id = await OpenAsync(client, design.Setup);

        using HttpResponseMessage answer = await client.PostAsync($"/v1/designs/{id}/paths", Json(body), TestContext.Current.CancellationToken);

        JsonElement error = JsonElement.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(2, error.GetProperty("exit_code").GetInt32());
        Assert.Contains(says, error.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"setup":"SETUP","directory":"/"}""", "operator's to choose")]
    [InlineData("""{"setup":"SETUP","sta":"/bin/true"}""", "operator's to choose")]
    [InlineData("""{"setup":"/etc/passwd"}""", "/etc/passwd")]
    public async Task A_client_who_is_not_the_operator_chooses_neither_program_nor_folder(string body, string says)
    {
        await using ServedDesign server = await ServedDesign.StartAsync(design);
        using var client = new HttpClient { BaseAddress = server.Address };

        using HttpResponseMessage answer = await client.PostAsync(
            "/v1/designs", Json(body.Replace("SETUP", design.Setup, StringComparison.Ordinal)), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(says, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_design_belongs_to_the_client_that_opened_it()
    {
        var http = new HttpOptions { Tokens = BearerTokens.Parse("ann 0123456789abcdef0\nbob 0123456789abcdef1", "tokens") };
        await using ServedDesign server = await ServedDesign.StartAsync(design, http: http);
        using var nobody = new HttpClient { BaseAddress = server.Address };
        using var ann = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "0123456789abcdef0") } };
        using var bob = new HttpClient { BaseAddress = server.Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", "0123456789abcdef1") } };
        string id = await OpenAsync(ann, design.Setup);

        using HttpResponseMessage unknown = await nobody.PostAsync($"/v1/designs/{id}/paths", Json("""{"command":"report_checks"}"""), TestContext.Current.CancellationToken);
        using HttpResponseMessage other = await bob.PostAsync($"/v1/designs/{id}/paths", Json("""{"command":"report_checks"}"""), TestContext.Current.CancellationToken);
        using HttpResponseMessage closed = await bob.DeleteAsync($"/v1/designs/{id}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, closed.StatusCode);
        Assert.Equal(0, End(Split(await PathsAsync(ann, id, new { command = "report_checks" }))).GetProperty("exit_code").GetInt32());
    }

    [Fact]
    public async Task At_a_socket_the_client_is_the_operator_and_there_is_no_protocol_for_agents()
    {
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        string socket = Path.Combine(folder.Path, "socket");
        using var end = new CancellationTokenSource();
        var listening = new TaskCompletionSource<Uri>();
        var options = new SlacklineMcpOptions { Directories = new SetupDirectories([folder.Path]), StateDirectory = folder.Path, Bounds = null };
        Task serving = HttpServer.RunAsync(options, new HttpOptions { Socket = socket, Listening = listening.SetResult }, end.Token);
        Assert.Equal("unix", (await listening.Task).Scheme);
        using var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(connection, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = new Uri("http://localhost") };

        string id = await OpenAsync(client, design.Setup);
        JsonElement last = End(Split(await PathsAsync(client, id, new { command = "if {[pwd] eq {}} {error no}; report_checks" })));
        using HttpResponseMessage agents = await client.PostAsync("/mcp", Json("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(0, last.GetProperty("exit_code").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, agents.StatusCode);
        await end.CancelAsync();
        await serving;
        Assert.False(Path.Exists(socket));
    }

    [Fact]
    public void A_socket_in_a_folder_that_others_can_enter_is_refused()
    {
        using var folder = new TemporaryFolder();
        File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute);

        var refused = Assert.Throws<ArgumentException>(() => new HttpOptions { Socket = Path.Combine(folder.Path, "socket") }.Validate());

        Assert.Contains("chmod 700", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<string> OpenAsync(HttpClient client, string setup)
    {
        using HttpResponseMessage opened = await client.PostAsync("/v1/designs", Json(JsonSerializer.Serialize(new { setup })), TestContext.Current.CancellationToken);
        string text = await opened.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(opened.StatusCode == HttpStatusCode.Created, text);
        return JsonElement.Parse(text).GetProperty("id").GetString()!;
    }

    private static async Task<byte[]> PathsAsync(HttpClient client, string id, object request)
    {
        using HttpResponseMessage answer = await client.PostAsync(
            $"/v1/designs/{id}/paths", Json(JsonSerializer.Serialize(request)), TestContext.Current.CancellationToken);
        Assert.Equal("application/vnd.slackline.frames", answer.Content.Headers.ContentType?.MediaType);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static JsonElement End(List<(int Kind, byte[] Content)> frames)
    {
        Assert.Equal(3, frames[^1].Kind);
        return JsonElement.Parse(frames[^1].Content);
    }

    private static List<(int Kind, byte[] Content)> Split(byte[] answer)
    {
        List<(int, byte[])> frames = [];
        for (int at = 0; at < answer.Length;)
        {
            Assert.Equal("SLF1"u8.ToArray(), answer[at..(at + 4)]);
            int length = BitConverter.ToInt32(answer, at + 12);
            frames.Add((answer[at + 4], answer[(at + HeaderSize)..(at + HeaderSize + length)]));
            at += HeaderSize + length;
        }

        return frames;
    }
}
