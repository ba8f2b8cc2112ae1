using CsCheck;
using Exemplar.People.Merging;

namespace Exemplar.Tests.People.Merging;

public sealed class FoldedStaysTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);
    private static readonly Guid[] Branches = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())], Departments = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    private static UnitStay Stay(int unit, int from, int? to, bool party = true) => new((party ? Branches : Departments)[unit], party, Start.AddDays(from), to is { } last ? Start.AddDays(last) : null);

    [Fact]
    public void What_the_second_record_knows_fills_what_the_first_does_not_say()
    {
        Assert.Equal([Stay(0, 0, null)], FoldedStays.Of([Stay(0, 10, null)], [Stay(0, 0, null)]));
        Assert.Equal([Stay(1, 0, 9), Stay(0, 10, null)], FoldedStays.Of([Stay(0, 10, null)], [Stay(1, 0, null)]));
        Assert.Equal([Stay(1, 0, 9), Stay(0, 10, 20), Stay(1, 21, null)], FoldedStays.Of([Stay(0, 10, 20)], [Stay(1, 0, null)]));
        Assert.Equal(2, FoldedStays.Of([Stay(0, 10, null)], [Stay(0, 10, null, party: false)]).Count);   // a branch and a department do not stand in each other's way
    }

    [Fact]
    public void On_no_day_somebody_is_in_two_branches_and_the_first_record_is_kept_day_by_day()
    {
        var stays = Gen.Select(Gen.Int[0, 2], Gen.Int[1, 12], Gen.Int[0, 6], Gen.Bool, Gen.Bool).List[0, 4].Select(Lay);
        Gen.Select(stays, stays).Sample((first, second) =>
        {
            var folded = FoldedStays.Of(first, second);
            Assert.All(folded, s => Assert.True(s.From <= s.Last));
            for (var day = Start; day < Start.AddDays(90); day = day.AddDays(1))
                foreach (var party in (bool[])[true, false])
                {
                    var (mine, theirs, now) = (At(first, party, day), At(second, party, day), At(folded, party, day));
                    Assert.Equal(mine.Count > 0 ? mine : theirs, now);
                }
        }, iter: 300, seed: "0N0XIzNsQ0O2");
    }

    private static List<Guid> At(IEnumerable<UnitStay> stays, bool party, DateOnly day) => [.. stays.Where(s => s.IsParty == party && s.From <= day && day <= s.Last).Select(s => s.UnitId)];

    /// <summary>One after another, with gaps, as a record has them; of the last of each kind some last on.</summary>
    private static List<UnitStay> Lay(List<(int Unit, int Length, int Gap, bool Party, bool Open)> drawn)
    {
        List<UnitStay> stays = [];
        foreach (var kind in drawn.GroupBy(d => d.Party))
        {
            var day = 0;
            foreach (var (unit, length, gap, party, open) in kind)
            {
                day += gap;
                stays.Add(Stay(unit, day, day + length, party));
                day += length + 1;
                if (open && ReferenceEquals(stays[^1], stays.Last(s => s.IsParty == party)) && kind.Last() == (unit, length, gap, party, open)) stays[^1] = stays[^1] with { To = null };
            }
        }
        return [.. stays.Where((s, n) => s.To is not null || n == stays.FindLastIndex(o => o.IsParty == s.IsParty))];
    }
}
