namespace Slackline.Demo.Library;

/// <summary>A process corner: every delay and check of the library is multiplied by <see cref="Scale"/>.</summary>
internal sealed record Corner(string Name, double Scale, double Voltage, int Temperature)
{
    private static readonly Corner[] s_all =
    [
        new("tt", 1.00, 1.20, 25),
        new("ss", 1.22, 1.08, 125),
        new("ff", 0.80, 1.32, -40),
        new("sf", 1.10, 1.20, 85),
        new("fs", 0.93, 1.20, 85),
    ];

    public static int Most => s_all.Length;

    public static IReadOnlyList<Corner> Take(int count) => s_all[..count];

    public string LibraryName => $"demo_{Name}";
}
