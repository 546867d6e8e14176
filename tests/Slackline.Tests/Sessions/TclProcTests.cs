using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Slackline.Tcl;

namespace Slackline.Tests.Sessions;

/// <summary>
/// Our Tcl procs without a tool, in a plain <c>tclsh</c>, with small procs in the place of the tool's, in the shapes that the versions of the tool have. The cases are in the folder <c>Tcl</c>;
/// <c>run.tcl</c> there says how they are written. Each file of them runs once for each shape.
/// </summary>
public sealed partial class TclProcTests
{
    private const string CasesEnd = ".cases.tcl";
    private static readonly string s_folder = Path.Combine(AppContext.BaseDirectory, "Sessions", "Tcl");
    private static readonly ConcurrentDictionary<(string File, string Shape), Lazy<Task<IReadOnlyDictionary<string, IReadOnlyList<string>>>>> s_outcomes = new();

    /// <summary>Each case of each file in each shape, by its name.</summary>
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach ((string file, string shape, string name) in Find())
            {
                cases.Add(file, shape, name);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_comes_out_as_expected(string file, string shape, string name)
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> outcomes = await OutcomesAsync(file, shape);
        Assert.True(outcomes.TryGetValue(name, out IReadOnlyList<string>? outcome), $"{file} has ended without it");
        if (outcome[0] != "ok")
        {
            Assert.Equal(outcome[3], outcome[2]);
            Assert.Fail(string.Join(' ', outcome));
        }
    }

    [Fact]
    public async Task No_case_is_missed()
    {
        (string, string, string)[] found = [.. Find().Order()];
        var made = new List<(string, string, string)>();
        foreach ((string file, string shape) in found.Select(static found => (found.Item1, found.Item2)).Distinct())
        {
            made.AddRange((await OutcomesAsync(file, shape)).Keys.Select(name => (file, shape, name)));
        }

        Assert.Equal(found, made.Order());
        Assert.Equal(
            Directory.EnumerateFiles(s_folder, "*.tcl").Count(static file => Path.GetFileName(file) != "run.tcl"),
            found.Select(static found => found.Item1).Distinct().Count());
    }

    private static IEnumerable<(string File, string Shape, string Name)> Find()
    {
        foreach (string path in Directory.EnumerateFiles(s_folder, "*" + CasesEnd).Order(StringComparer.Ordinal))
        {
            string text = File.ReadAllText(path);
            string file = Path.GetFileName(path)[..^CasesEnd.Length];
            foreach (string shape in Shapes().Match(text).Groups["shapes"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                foreach (Match found in Case().Matches(text))
                {
                    string some = found.Groups["some"].Value;
                    if (some.Length == 0 || some.Split(' ').Contains(shape))
                    {
                        yield return (file, shape, found.Groups["name"].Value);
                    }
                }
            }
        }
    }

    private static Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OutcomesAsync(string file, string shape) =>
        s_outcomes.GetOrAdd((file, shape), static key => new Lazy<Task<IReadOnlyDictionary<string, IReadOnlyList<string>>>>(() => RunAsync(key.File, key.Shape))).Value;

    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RunAsync(string file, string shape)
    {
        DirectoryInfo scripts = TclScripts.WriteAll();
        try
        {
            Processes.Result result = await Processes.RunAsync("tclsh", [Path.Combine(s_folder, "run.tcl"), scripts.FullName, Path.Combine(s_folder, file + CasesEnd), shape]);
            Assert.Equal((0, ""), (result.ExitCode, result.Errors));
            return result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => TclList.Parse(line)).ToDictionary(static outcome => outcome[1]);
        }
        finally
        {
            scripts.Delete(recursive: true);
        }
    }

    [GeneratedRegex("^# Shapes: (?<shapes>.+)$", RegexOptions.Multiline)]
    private static partial Regex Shapes();

    [GeneratedRegex("^check(?:_in (?:\\{(?<some>[^}]+)\\}|(?<some>\\S+)))? \"(?<name>[^\"]+)\"", RegexOptions.Multiline)]
    private static partial Regex Case();
}
