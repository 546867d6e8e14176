using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using Slackline.Cli.Output;
using Slackline.Mcp;
using Slackline.Server;
using Slackline.Service.Queries;

namespace Slackline.Cli.Commands;

/// <summary><c>slackline serve</c>: serves agents over HTTP.</summary>
internal static class ServeCommand
{
    private static readonly Option<IPAddress> s_listen = new("--listen")
    {
        Description = "The address to listen at. An address that other machines can reach needs tokens.",
        HelpName = "ADDRESS",
        DefaultValueFactory = _ => IPAddress.Loopback,
        CustomParser = result =>
        {
            if (IPAddress.TryParse(result.Tokens[0].Value, out IPAddress? address))
            {
                return address;
            }

            result.AddError(Mistakes.Takes(result, "an IP address such as 127.0.0.1 or 0.0.0.0", result.Tokens[0].Value));
            return IPAddress.Loopback;
        },
    };

    private static readonly Option<int?> s_port = new NumberOption<int>(
        "--port", "The port; 0 for any that is free.", 0, IPEndPoint.MaxPort, 3333);

    private static readonly Option<string?> s_socket = new("--socket")
    {
        Description = "Listen at a Unix socket instead, in a folder that is yours alone, for programs of yours such as the Python package: "
            + "their commands run as yours do, outside the sandbox, and setup scripts may be anywhere.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> s_endsWithInput = new("--end-with-input")
    {
        Description = "End when standard input ends: when the program that started the server is gone.",
    };

    private static readonly Option<string?> s_tokenFile = new("--token-file")
    {
        Description = "A file with a line NAME TOKEN for each client. Clients have sessions and streams of their own.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> s_tokenVariable = new("--token-env")
    {
        Description = "An environment variable with the token, or with such lines.",
        HelpName = "NAME",
    };

    private static readonly Option<string?> s_certificate = new("--certificate")
    {
        Description = "Serve with TLS, with this certificate (PEM).",
        HelpName = "FILE",
    };

    private static readonly Option<string?> s_key = new("--key")
    {
        Description = "The certificate's key (PEM), when it is in a file of its own.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> s_hostNames = new("--host-name")
    {
        Description = "A name by which clients may call the server; may be given again.",
        HelpName = "NAME",
    };

    private static readonly Option<string[]> s_origins = new("--origin")
    {
        Description = "A web page's origin that may call the server; may be given again.",
        HelpName = "URL",
    };

    private static readonly Option<int?> s_rate = OperatorOptions.Number<int>("--rate", "Requests that a client may make a second.", 500);

    private static readonly Option<int?> s_maxBody = OperatorOptions.Number<int>(
        "--max-request-bytes", "Bytes that a request may have.", 1_000_000);

    public static Command Make()
    {
        var options = new ServerOptions();
        var command = new Command(
            "serve",
            """
            Serve AI agents (Model Context Protocol, streamable HTTP at /mcp) and programs that read paths (at /v1) over HTTP.

              slackline serve --setup-dir designs
              slackline serve --listen 0.0.0.0 --token-file tokens --certificate tls.pem --host-name timing.example.com

            Without tokens only this machine is served. Ctrl-C ends the server; streams stay on disk, and cursors stay valid.
            """)
        {
            s_listen,
            s_port,
            s_socket,
            s_endsWithInput,
            s_tokenFile,
            s_tokenVariable,
            s_certificate,
            s_key,
            s_hostNames,
            s_origins,
            s_rate,
            s_maxBody,
        };
        options.AddTo(command);
        command.Validators.Add(static result =>
        {
            if (OperatorOptions.IsGiven(result, s_socket)
                && new Option[] { s_listen, s_port, s_tokenFile, s_tokenVariable, s_certificate, s_hostNames, s_origins }
                    .FirstOrDefault(option => OperatorOptions.IsGiven(result, option)) is { } other)
            {
                result.AddError($"{other.Name} is about clients of other users, and only you can reach --socket: leave one of them out.");
            }
        });
        command.SetAction(async (arguments, cancellation) =>
        {
            try
            {
                using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                if (arguments.GetValue(s_endsWithInput))
                {
                    WatchInput(end);
                }

                SlacklineMcpOptions served = options.Read(arguments, isOperator: arguments.GetValue(s_socket) is not null);
                await HttpServer.RunAsync(served, Read(arguments), end.Token).ConfigureAwait(false);
                return ExitCode.Success;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or FormatException or CryptographicException)
            {
                throw new UsageException(error.Message);
            }
        });
        return command;
    }

    private static void WatchInput(CancellationTokenSource end)
    {
        Stream input = Console.OpenStandardInput();
        _ = Task.Run(async () =>
        {
            // What comes is of no interest.
            await input.CopyToAsync(Stream.Null).ConfigureAwait(false);
            await end.CancelAsync().ConfigureAwait(false);
        });
    }

    private static HttpOptions Read(ParseResult arguments) => new()
    {
        Address = arguments.GetRequiredValue(s_listen),
        Port = arguments.GetValue(s_port)!.Value,
        Socket = arguments.GetValue(s_socket) is { } socket ? Path.GetFullPath(socket) : null,
        Tokens = ReadTokens(arguments),
        CertificateFile = arguments.GetValue(s_certificate),
        KeyFile = arguments.GetValue(s_key),
        HostNames = arguments.GetValue(s_hostNames) ?? [],
        Origins = arguments.GetValue(s_origins) ?? [],
        RequestsPerSecond = arguments.GetValue(s_rate)!.Value,
        MaxRequestBytes = arguments.GetValue(s_maxBody)!.Value,
        Listening = static address => Console.Error.WriteLine($"slackline serves at {address}"),
    };

    private static BearerTokens? ReadTokens(ParseResult arguments)
    {
        if (arguments.GetValue(s_tokenFile) is { } file)
        {
            return BearerTokens.Parse(File.ReadAllText(file), file);
        }

        return arguments.GetValue(s_tokenVariable) is { } variable
            ? BearerTokens.Parse(Environment.GetEnvironmentVariable(variable) ?? "", "$" + variable)
            : null;
    }
}
