using System.Net;
using Slackline.Sessions;

namespace Slackline.Server;

/// <summary>How the server is reached over HTTP.</summary>
public sealed record HttpOptions
{
    /// <summary>The address to listen at. This machine's loopback unless set.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 for any that is free.</summary>
    public int Port { get; init; } = 3333;

    /// <summary>
    /// A Unix socket to listen at instead, which only this user can connect to; null for none. It has no agents' protocol, and its clients
    /// are the operator.
    /// </summary>
    public string? Socket { get; init; }

    /// <summary>The tokens of the clients; null to admit everybody on this machine.</summary>
    public BearerTokens? Tokens { get; init; }

    /// <summary>The certificate's PEM file for TLS; null for none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>The certificate's key, as a PEM file; null when it is in the certificate's file.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Names besides the address's own that clients may call the server by (the Host header), without port.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>
    /// Web pages that may call the server (the Origin header), such as <c>https://tools.example.com</c>. None but the server's own unless
    /// set.
    /// </summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Bytes that a request may have. 1 MB unless set.</summary>
    public int MaxRequestBytes { get; init; } = 1_000_000;

    /// <summary>
    /// Requests that a client may make a second, over time. 500 unless set; what comes faster waits, and past that is refused.
    /// </summary>
    public int RequestsPerSecond { get; init; } = 500;

    /// <summary>Requests of a client that are worked on at once. 64 unless set.</summary>
    public int MaxConcurrentRequests { get; init; } = 64;

    /// <summary>Called with the server's address once it listens.</summary>
    public Action<Uri> Listening { get; init; } = static _ => { };

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">They would admit everybody who reaches the address, or contradict each other.</exception>
    public void Validate()
    {
        if (!IPAddress.IsLoopback(Address) && Tokens is null)
        {
            throw new ArgumentException(
                $"{Address} can be reached from other machines, so clients must show a token: give --token-file FILE or --token-env NAME, or listen at 127.0.0.1.");
        }

        if (Socket is not null)
        {
            CheckSocket(Socket);
        }

        if (KeyFile is not null && CertificateFile is null)
        {
            throw new ArgumentException("A key needs its certificate: give --certificate FILE.");
        }
    }

    // Others must not reach it: who does commands the tool, and that is to run any program.
    private static void CheckSocket(string socket)
    {
        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(socket)) ?? "/";
        if (Posix.Status(folder) is not { Kind: Posix.FileKind.Directory, Mode: var mode })
        {
            throw new ArgumentException($"There is no folder {folder} for the socket.");
        }

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        if ((mode & Others) != 0)
        {
            throw new ArgumentException(
                $"Others can look into {folder}, and who connects to the socket can run any program as you: chmod 700 {folder}, or put the socket into another folder.");
        }

        if (System.IO.Path.Exists(socket))
        {
            throw new ArgumentException($"{socket} is there already: another server uses it, or was killed. Remove it, or choose another name.");
        }
    }
}
