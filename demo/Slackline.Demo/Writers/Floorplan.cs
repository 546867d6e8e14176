using Slackline.Demo.Netlist;

namespace Slackline.Demo.Writers;

/// <summary>
/// Places cells into rows of columns: a module fills rows from left to right, modules stack up a column, columns
/// stand side by side. Cells of one module end up near each other. Lengths are in database units of 1 nm.
/// </summary>
internal sealed class Floorplan(int rowsPerColumn)
{
    public const int SiteWidth = 400;
    public const int RowHeight = 3600;

    private const int SitesPerColumn = 256;
    private const int ColumnWidth = SitesPerColumn * SiteWidth;
    private const int Margin = 10 * RowHeight;

    private int _row;
    private int _site;

    /// <summary>A floorplan that only counts the rows which the design takes.</summary>
    public static Floorplan ForMeasuring() => new(int.MaxValue);

    /// <summary>A floorplan for a design that took so many rows when measured, about as wide as it is high.</summary>
    public static Floorplan Square(int rows) =>
        new((int)Math.Ceiling(Math.Sqrt((double)rows * ColumnWidth / RowHeight)));

    /// <summary>Rows begun so far.</summary>
    public int Rows => _row + (_site > 0 ? 1 : 0);

    /// <summary>Starts a new row, so that no row is shared by two modules.</summary>
    public void NextModule()
    {
        if (_site > 0)
        {
            _row++;
            _site = 0;
        }
    }

    /// <summary>Places a module's cells for the count's sake only.</summary>
    public void Measure(Module module)
    {
        NextModule();
        foreach (var instance in module.Instances.Where(instance => instance.Cell is not null))
        {
            Place(instance);
        }
    }

    public (int X, int Y) Place(Instance instance)
    {
        var sites = instance.Cell!.Sites;
        if (_site + sites > SitesPerColumn)
        {
            _row++;
            _site = 0;
        }

        var x = Margin + (_row / rowsPerColumn * ColumnWidth) + (_site * SiteWidth);
        var y = Margin + (_row % rowsPerColumn * RowHeight);
        _site += sites;
        return (x, y);
    }

    /// <summary>Width and height of the die for a design of so many rows.</summary>
    public (int Width, int Height) DieFor(int rows)
    {
        var columns = (rows + rowsPerColumn - 1) / rowsPerColumn;
        return ((2 * Margin) + (columns * ColumnWidth), (2 * Margin) + (rowsPerColumn * RowHeight));
    }
}
