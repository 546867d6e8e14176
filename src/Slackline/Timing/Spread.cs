namespace Slackline.Timing;

/// <summary>
/// What a statistical number gives besides its mean: <c>mean[sigma]</c> of a normal distribution, or <c>mean[shift,sigma,skewness]</c> of a
/// skew-normal one (<c>report_checks</c> with <c>sta_pocv_mode</c> or <c>sta_pocv_enabled</c>, by version; <c>-report_variance</c>). The
/// default value is not <see cref="None"/>.
/// </summary>
/// <param name="Shift">
/// How far the mean of the distribution is from the nominal value, in the unit of the number; NaN for a normal distribution.
/// </param>
/// <param name="Sigma">The standard deviation, in the unit of the number; NaN for a number that is not statistical.</param>
/// <param name="Skewness">The skewness, without unit; NaN for a normal distribution.</param>
public readonly record struct Spread(double Shift, double Sigma, double Skewness)
{
    /// <summary>That of a number that is not statistical.</summary>
    public static readonly Spread None = Normal(double.NaN);

    /// <summary>Whether the number is a plain one.</summary>
    public bool IsNone => double.IsNaN(Sigma);

    /// <summary>Whether the distribution is a skew-normal one.</summary>
    public bool IsSkewed => !double.IsNaN(Shift);

    /// <summary>That of a normal distribution.</summary>
    public static Spread Normal(double sigma) => new(double.NaN, sigma, double.NaN);
}
