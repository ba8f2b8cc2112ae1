using System.Security.Cryptography;
using System.Text;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>Finds everything that can be filled in a file's grids and gives each its key.</summary>
internal sealed class ShapeFinder
{
    private const int MostSlots = 300;
    private const int MostTables = 50;
    private readonly Dictionary<string, int> seen = [];
    private readonly List<Slot> slots = [];
    private readonly List<FormTable> tables = [];
    private readonly List<string> known = [];

    public static Shape Find(IReadOnlyList<Grid> grids)
    {
        var finder = new ShapeFinder();
        var place = 0;
        for (var i = 0; i < grids.Count; i++) finder.Search(grids[i], i, grids[i].Kind is GridKind.Paragraph ? "p" : $"{place++}");
        var inOrder = finder.slots.OrderBy(s => s.Grid).ThenBy(s => s.Row).ThenBy(s => s.Column).ToList();
        if (inOrder.Count > MostSlots) throw new TooMuchToFill($"找到 {inOrder.Count} 处可填的地方，最多 {MostSlots} 处，不像一张空表");
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', finder.known.Order(StringComparer.Ordinal)))));
        return new(inOrder, finder.tables, fingerprint);
    }

    private void Search(Grid grid, int index, string place)
    {
        var finder = new TableFinder(grid);
        var found = finder.Find().Take(MostTables + 1).ToList();
        if (found.Count > MostTables) throw new TooMuchToFill("表太多，不像一张空表");
        List<TableFinder.Crossing> crossings = [.. finder.Crossings().Where(c => !found.Exists(t => t.Top <= c.Last && c.Top <= t.Last))];
        foreach (var table in found)
        {
            var number = tables.Count;
            var row = table.First - 1;
            var columns = table.Columns.Select(c => new Column(KeyOf($"{place}/{number}", c.Label), c.Label, index, row, c.Column, number)).ToList();
            tables.Add(new(index, table.Top, table.First, table.Last, columns, table.Numbers, HasSums(grid, table))
            {
                Names = columns.Find(c => c.Index == table.Names),
                RowNames = table.Names is { } names ? [.. Enumerable.Range(table.First, table.Last - table.First + 1).Select(r => grid.At(r, names)?.Text ?? "")] : [],
            });
            slots.AddRange(columns);
        }
        foreach (var field in new FieldFinder(grid, found, crossings).Find().Concat(crossings.SelectMany(c => c.Fields)).OrderBy(f => f.At.Row).ThenBy(f => f.At.Column))
        {
            var key = KeyOf(place, field.Label);
            if (field.Target is { } target) slots.Add(new Field(key, field.Label, index, field.At.Row, field.At.Column + (field.Gap?.Start ?? 0), target, field.Gap));
        }
    }

    private static bool HasSums(Grid grid, TableFinder.Found table) =>
        grid.Across(table.Last + 1, 0, table.Columns[^1].Column).FirstOrDefault(c => c.Text.Length > 0) is { } first && first.Row == table.Last + 1 && Labels.IsSum(first.Text);

    /// <summary>Place and words, numbered where the same words come again. A bare date does not tell blanks apart: one copy has it filled in.</summary>
    private string KeyOf(string place, string label)
    {
        var key = $"{place}:{Labels.Words(label)}";
        seen[key] = seen.GetValueOrDefault(key) + 1;
        if (seen[key] > 1) key = $"{key}#{seen[key]}";
        if (label != "日期") known.Add(key);
        return key;
    }
}
