using Exemplar.Organization;
using Exemplar.Rules.Standings;

namespace Exemplar.Agenda.Year;

/// <summary>Open duties with those of several units that are the same and end on the same day put together, in the order of the first of them.</summary>
/// <param name="Newest">What ended last comes first.</param>
/// <param name="Total">How many duties there are altogether; more than are listed where the list was cut.</param>
public sealed record DueList(IReadOnlyList<DueList.Item> Items, bool Newest, int Listed, int Total)
{
    /// <summary>What is due later and only to be thought of: none of it stands out.</summary>
    public bool IsAhead { get; init; }

    /// <summary>Terms go before what ends on the same day; those that are over before all that was missed.</summary>
    public bool TermsFirst { get; init; }

    /// <summary>In what order they stand, in words.</summary>
    public string InOrder => (TermsFirst, Newest) switch
    {
        (true, true) => "届满未换届的在前，其余最近到期的在前",
        (true, false) => "先到期的在前，同一天换届在前",
        (false, var newest) => $"{(newest ? "最近到期的在前" : "先到期的在前")}，同一天按组织机构顺序排列",
    };

    /// <summary>So many units stand side by side; more are put together.</summary>
    private const int MostApart = 2;
    private const int MostNamed = 6;

    /// <param name="Rows">One, or those of more than two units.</param>
    public sealed record Item(IReadOnlyList<DueSoon.Row> Rows)
    {
        public DueSoon.Row First => Rows[0];

        /// <summary>5 个支部, 3 个党小组; 个单位 where they are of several kinds.</summary>
        public string Units => $"{Rows.Count} 个{(Rows.Select(r => r.Kind).Distinct().ToList() is [{ } kind] ? kind is UnitKind.Branch ? "支部" : kind.Name() : "单位")}";

        /// <summary>党课（2026年下半年）：5 个支部（第一、第二…）; their names as long as they fit on a line.</summary>
        public string Title => $"{First.Title}（{First.Period}）：{Units}{(Rows.Count <= MostNamed ? $"（{string.Join('、', Rows.Select(r => r.Unit))}）" : "")}";
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

    /// <summary>The first of it, those that nobody may overlook before the others.</summary>
    public DueList Start(int most)
    {
        var weighed = Newest ? Items.OrderBy(i => i.First.IsTerm ? 0 : 1) : Items.OrderBy(i => i.First.DueOn).ThenBy(i => i.First.IsTerm ? 0 : 1);
        List<Item> first = [.. weighed.Take(most)];
        return this with { Items = first, Listed = first.Sum(i => i.Rows.Count), TermsFirst = first.Exists(i => i.First.IsTerm) };
    }

    private static (string, string, DateOnly, StandingState, bool) KeyOf(DueSoon.Row row) => (row.Title, row.Period, row.DueOn, row.State, row.Kind is null);
}
