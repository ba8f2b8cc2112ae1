using Exemplar.Organization;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>Open duties with those of several units that are the same and end on the same day put together, in the order of the first of them.</summary>
/// <param name="Newest">What ended last comes first.</param>
/// <param name="Total">How many duties there are altogether; more than are listed where the list was cut.</param>
public sealed record DueList(IReadOnlyList<DueList.Item> Items, bool Newest, int Listed, int Total)
{
    /// <summary>So many units stand side by side; more are put together.</summary>
    private const int MostApart = 2;

    /// <param name="Rows">One, or those of more than two units.</param>
    public sealed record Item(IReadOnlyList<DueSoon.Row> Rows)
    {
        public DueSoon.Row First => Rows[0];

        /// <summary>5 个支部, 3 个党小组; 个单位 where they are of several kinds.</summary>
        public string Units => $"{Rows.Count} 个{(Rows.Select(r => r.Kind).Distinct().ToList() is [{ } kind] ? kind is UnitKind.Branch ? "支部" : kind.Name() : "单位")}";

        /// <summary>党课（2026年下半年）：5 个支部</summary>
        public string Title => $"{First.Title}（{First.Period}）：{Units}";
    }

    public static DueList Of(DueSoon.Head head, bool newest)
    {
        var same = head.First.GroupBy(KeyOf).ToDictionary(g => g.Key, g => g.ToList());
        List<Item> items = [];
        foreach (var row in head.First)
        {
            if (!same.TryGetValue(KeyOf(row), out var rows) || row.Kind is null || rows.Count <= MostApart) items.Add(new([row]));
            else if (rows[0] == row) items.Add(new(rows));
        }
        return new(items, newest, head.First.Count, head.Total);
    }

    /// <summary>Every row apart, for a short list that says elsewhere how many there are altogether.</summary>
    public static DueList Apart(IReadOnlyList<DueSoon.Row> rows, bool newest) => new([.. rows.Select(row => new Item([row]))], newest, rows.Count, rows.Count);

    private static (string, string, DateOnly, StandingState, bool) KeyOf(DueSoon.Row row) => (row.Title, row.Period, row.DueOn, row.State, row.Kind is null);
}
