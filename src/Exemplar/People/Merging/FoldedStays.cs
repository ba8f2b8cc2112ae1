namespace Exemplar.People.Merging;

/// <summary>A time in a unit; somebody belongs to one branch and to one department at a time.</summary>
/// <param name="To">The last day; null while it lasts.</param>
public sealed record UnitStay(Guid UnitId, bool IsParty, DateOnly From, DateOnly? To)
{
    public DateOnly Last => To ?? DateOnly.MaxValue;

    public bool Overlaps(UnitStay other) => From <= other.Last && other.From <= Last;
}

/// <summary>Where somebody belonged whom two records tell of.</summary>
public static class FoldedStays
{
    /// <summary>Stays of the two records that cannot both be: on one day in two branches, or in two departments.</summary>
    public static IEnumerable<(UnitStay One, UnitStay Other)> Conflicts(IReadOnlyList<UnitStay> one, IReadOnlyList<UnitStay> other) =>
        from a in one from b in other where a.IsParty == b.IsParty && a.UnitId != b.UnitId && a.Overlaps(b) select (a, b);

    /// <summary>All stays of the first record, and of the second the days on which the first says nothing; what follows on in one unit is one stay.</summary>
    public static IReadOnlyList<UnitStay> Of(IReadOnlyList<UnitStay> first, IReadOnlyList<UnitStay> second)
    {
        var rest = second.SelectMany(stay => first.Where(f => f.IsParty == stay.IsParty).Aggregate((IEnumerable<UnitStay>)[stay], (pieces, taken) => pieces.SelectMany(p => Without(p, taken))));
        List<UnitStay> joined = [];
        foreach (var stay in first.Concat(rest).OrderBy(s => s.UnitId).ThenBy(s => s.From))
        {
            if (joined.Count > 0 && joined[^1] is var last && last.UnitId == stay.UnitId && (last.To is null || stay.From <= last.To.Value.AddDays(1)))
                joined[^1] = last with { To = last.To is null || stay.To is null ? null : last.To > stay.To ? last.To : stay.To };
            else joined.Add(stay);
        }
        return [.. joined.OrderBy(s => s.From).ThenBy(s => s.UnitId)];
    }

    private static List<UnitStay> Without(UnitStay stay, UnitStay taken)
    {
        if (!stay.Overlaps(taken)) return [stay];
        List<UnitStay> left = [];
        if (stay.From < taken.From) left.Add(stay with { To = taken.From.AddDays(-1) });
        if (taken.To is { } to && to < stay.Last) left.Add(stay with { From = to.AddDays(1) });
        return left;
    }
}
