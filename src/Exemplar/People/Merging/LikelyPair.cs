using Exemplar.People.RosterImport;

namespace Exemplar.People.Merging;

/// <summary>What tells two people apart, or does not.</summary>
/// <param name="Branches">Where they belong; who left everything, where they last did.</param>
public sealed record KnownFacts(Guid Id, string Name, Sex? Sex, DateOnly? BirthMonth, PartialDate? JoinedOn, MemberStatus? Status, bool IsRetired, IReadOnlyCollection<Guid> Branches, IReadOnlyCollection<Guid> Departments);

/// <summary>Two records that may be about one person, with what speaks for it and what against it.</summary>
/// <param name="Strength">How much speaks for it, to say the likeliest first.</param>
public sealed record LikelyPair(KnownFacts One, KnownFacts Other, IReadOnlyList<string> For, IReadOnlyList<string> Against, int Strength)
{
    /// <summary>
    /// Null when nobody needs to be asked: the sexes differ; both dates do; or the names only sound alike and nothing else agrees.
    /// A namesake with one wrong date is asked about when something else agrees, which makes a slip of the pen likely.
    /// </summary>
    public static LikelyPair? Of(KnownFacts one, KnownFacts other)
    {
        if (one.Sex is { } sex && other.Sex is { } otherSex && sex != otherSex) return null;
        var (sameName, written) = (one.Name == other.Name, NameLikeness.KeyOf(one.Name) == NameLikeness.KeyOf(other.Name));
        if (!written && NameSound.Of(one.Name) != NameSound.Of(other.Name)) return null;

        List<string> speaksFor = [sameName ? "姓名相同" : written ? "姓名只是写法不同" : "姓名读音相同"], against = [];
        var (agree, differ) = (0, 0);
        Say(one.BirthMonth is null || other.BirthMonth is null ? null : one.BirthMonth == other.BirthMonth, "出生年月相同", $"出生年月不同（{Month(one.BirthMonth)}、{Month(other.BirthMonth)}）", isDate: true);
        Say(one.JoinedOn is null || other.JoinedOn is null ? null : KnownPeople.Agrees(one.JoinedOn, other.JoinedOn), "入党时间相同", $"入党时间不同（{one.JoinedOn?.InWords}、{other.JoinedOn?.InWords}）", isDate: true);
        Say(Shared(one.Branches, other.Branches), "同一支部", "不在同一支部", isDate: false);
        Say(Shared(one.Departments, other.Departments), "同一科室", "不在同一科室", isDate: false);
        if (differ > 1 || (differ == 1 && agree == 0) || (!written && (differ > 0 || agree == 0))) return null;

        if (one.Status != other.Status) against.Add($"身份不同（{Words(one)}、{Words(other)}）");
        if (one.BirthMonth is null && one.JoinedOn is null || other.BirthMonth is null && other.JoinedOn is null) against.Add("有一份没有出生年月和入党时间，分不清");
        return new(one, other, speaksFor, against, (sameName ? 2 : written ? 1 : 0) + (2 * agree) - differ);

        void Say(bool? same, string yes, string no, bool isDate)
        {
            if (same is true) speaksFor.Add(yes);
            if (same is false) against.Add(no);
            if (same is true) agree++;
            if (same is false && isDate) differ++;
        }
    }

    /// <summary>All pairs among these people, the likeliest first and then as the people stand.</summary>
    /// <param name="judged">Pairs that somebody said are two people.</param>
    public static IReadOnlyList<LikelyPair> Among(IReadOnlyList<KnownFacts> people, IReadOnlySet<(Guid, Guid)> judged)
    {
        List<LikelyPair> pairs = [];
        foreach (var group in people.GroupBy(p => NameSound.Of(NameLikeness.KeyOf(p.Name))).Select(g => g.ToList()).Where(g => g.Count > 1))
            for (var n = 0; n < group.Count; n++)
                foreach (var other in group.Skip(n + 1))
                    if (!judged.Contains(JudgedDifferent.Pair(group[n].Id, other.Id)) && Of(group[n], other) is { } pair) pairs.Add(pair);
        return [.. pairs.OrderByDescending(p => p.Strength)];
    }

    private static bool? Shared(IReadOnlyCollection<Guid> one, IReadOnlyCollection<Guid> other) => one.Count == 0 || other.Count == 0 ? null : one.Any(other.Contains);

    private static string Month(DateOnly? born) => born?.ToString("yyyy-MM") ?? "";

    private static string Words(KnownFacts person) => person.Status?.Name() ?? "干部职工";
}
