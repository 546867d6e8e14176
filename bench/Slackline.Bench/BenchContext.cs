using System.Globalization;

namespace Slackline.Bench;

/// <summary>What a benchmark works with: a directory of its own, its size, and where its results go.</summary>
internal sealed class BenchContext(string name, bool isQuick) : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("slackline-bench-");

    /// <summary>Whether to be done in 40 seconds rather than to be exact.</summary>
    public bool IsQuick => isQuick;

    /// <summary>A directory that is removed afterwards.</summary>
    public string DirectoryPath => _directory.FullName;

    /// <summary>Prints a line of the benchmark's table.</summary>
    public static void Say(string text) => Console.WriteLine(text);

    /// <summary>Prints a result for programs: <c>figure NAME VALUE UNIT</c>.</summary>
    public void Figure(string figure, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"figure {name}.{figure} {value:0.####} {unit}"));

    public void Dispose() => _directory.Delete(recursive: true);
}
