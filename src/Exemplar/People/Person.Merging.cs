using Exemplar.People.Merging;

namespace Exemplar.People;

public sealed partial class Person
{
    public PersonFacts Facts => new(Name, Sex, BirthMonth, JoinedOn, ConfirmedOn, Status, IsRetired);

    /// <summary>Changes of status are told by days: where both records have some, they must be the same ones.</summary>
    public bool ContradictsChanges(Person other) => StatusChanges.Count > 0 && other.StatusChanges.Count > 0
        && !StatusChanges.Select(c => (c.On, c.Kind)).ToHashSet().SetEquals(other.StatusChanges.Select(c => (c.On, c.Kind)));

    /// <summary>合并: this person was on the roster twice, and the other record goes.</summary>
    /// <param name="facts">What stays of both.</param>
    /// <param name="stays">Where they belonged, as both records tell it.</param>
    public Refusal? TakeIn(Person other, PersonFacts facts, IReadOnlyList<UnitStay> stays, DateOnly today)
    {
        var source = StatusChanges.Count > 0 ? this : other.StatusChanges.Count > 0 ? other : null;
        if (source is not null && (facts.Status != source.Status || facts.IsRetired != source.IsRetired))
            return new Refusal(nameof(Status), $"{(source == this ? "保留的" : "并入的")}一份登记过身份变更，身份和离退休须取这一份");
        if (source == other)
            StatusChanges.AddRange(other.StatusChanges.Select(c => new Statuses.StatusChange { PersonId = Id, Kind = c.Kind, On = c.On, Was = c.Was, WasRetired = c.WasRetired, UnitId = c.UnitId, Reason = c.Reason }));
        if (facts.Status is null && stays.Any(s => s.IsParty && s.To is null)) return new Refusal(nameof(Status), "还编在支部里，身份请取党员的一份");
        if (Correct(facts, today) is { } refusal) return refusal;

        List<Membership> former = [.. Memberships];
        Memberships.Clear();
        foreach (var stay in stays)
        {
            var kept = former.Find(m => m.UnitId == stay.UnitId && m.From >= stay.From && m.From <= stay.Last) ?? new() { PersonId = Id, UnitId = stay.UnitId, From = stay.From };
            (kept.From, kept.To) = (stay.From, stay.To);
            Memberships.Add(kept);
        }
        return null;
    }
}
