using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Slackline.Server;

/// <summary>
/// How many requests a client may make a second and at once; and far fewer for clients without a token, so that a token cannot be guessed.
/// </summary>
internal static class ClientLimiter
{
    private const int AnonymousRequestsPerSecond = 5;

    /// <summary>Sets the limits.</summary>
    public static void Configure(RateLimiterOptions limiter, HttpOptions options)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = static (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context => context.User.Identity?.Name is { } client
                ? RateLimitPartition.GetTokenBucketLimiter(
                    "client " + client, _ => Bucket(options.RequestsPerSecond, queue: options.RequestsPerSecond))
                : RateLimitPartition.GetTokenBucketLimiter(
                    "anonymous " + context.Connection.RemoteIpAddress, static _ => Bucket(AnonymousRequestsPerSecond, queue: 0))),
            PartitionedRateLimiter.Create<HttpContext,
            string>(context => HttpMethods.IsPost(context.Request.Method) && context.User.Identity?.Name is { } client
                ? RateLimitPartition.GetConcurrencyLimiter(client, _ => new ConcurrencyLimiterOptions
                {
                    PermitLimit = options.MaxConcurrentRequests,
                    QueueLimit = options.MaxConcurrentRequests,
                })
                : RateLimitPartition.GetNoLimiter("")));
    }

    private static TokenBucketRateLimiterOptions Bucket(int perSecond, int queue) => new()
    {
        TokenLimit = perSecond,
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromMilliseconds(perSecond >= 10 ? 100 : 1000 / perSecond),
        QueueLimit = queue,
    };
}
