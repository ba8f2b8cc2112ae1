using Exemplar.Organization;
using Exemplar.People.Statuses;

namespace Exemplar.People;

public sealed partial class Person
{
    /// <summary>What they were before, and until when. What they are now stands in <see cref="Status"/> and <see cref="IsRetired"/>.</summary>
    public List<StatusChange> StatusChanges { get; init; } = [];

    public StatusChange? LastStatusChange() => StatusChanges.MaxBy(c => c.On);

    /// <summary>What a correction would contradict: what stands here was entered with its day.</summary>
    public bool ContradictsChanges(PersonFacts facts) => StatusChanges.Count > 0
        && (facts.Status != Status || facts.IsRetired != IsRetired || (facts.ConfirmedOn != ConfirmedOn && StatusChanges.Exists(c => c.Kind is StatusChangeKind.Confirmed)));

    /// <summary>What a sheet of <paramref name="asOf"/> tells that happened since the roster was last right: dated on that day. Null where it only corrects what always was, or gives the date itself.</summary>
    public StatusChangeKind? ChangeTold(PersonFacts facts, DateOnly asOf)
    {
        if (HasLeft || Memberships.TrueForAll(m => m.From >= asOf) || LastStatusChange()?.On >= asOf) return null;
        var happened = (Status, facts.Status) switch
        {
            (null, MemberStatus.Probationary) when facts.JoinedOn is null => StatusChangeKind.Admitted,
            (MemberStatus.Probationary, MemberStatus.Full) when facts.ConfirmedOn is null => StatusChangeKind.Confirmed,
            (MemberStatus.Full, MemberStatus.OnProbationInParty) => StatusChangeKind.PutOnProbation,
            (MemberStatus.OnProbationInParty, MemberStatus.Full) when StatusChanges.Count == 0 => StatusChangeKind.Restored,   // 中共党员 in a sheet does not undo what was entered with its day
            _ => (StatusChangeKind?)null,
        };
        return happened ?? (facts.IsRetired && !IsRetired ? StatusChangeKind.Retired : null);   // one row a day: it keeps both, what they were and whether they had retired
    }

    /// <summary>What a sheet says they are. What has changed is dated by the day of the sheet (docs/adr/0023), the rest corrects.</summary>
    public Refusal? TakeOver(PersonFacts facts, DateOnly asOf, DateOnly today)
    {
        var (told, was, wasRetired) = (ChangeTold(facts, asOf), Status, IsRetired);
        if (Correct(facts, today) is { } refusal) return refusal;
        if (told is { } kind) StatusChanges.Add(new() { PersonId = Id, Kind = kind, On = asOf, Was = kind is StatusChangeKind.Retired ? Status : was, WasRetired = wasRetired, Reason = $"名册（{asOf.Iso()}）" });
        return null;
    }

    /// <summary>变更身份 from <paramref name="on"/>.</summary>
    /// <param name="branch">The branch that somebody enters who is admitted.</param>
    /// <param name="left">The branch that they belong to now.</param>
    /// <param name="partyPosts">Posts in Party bodies that they hold, in words.</param>
    public Refusal? ChangeStatus(StatusChangeKind kind, DateOnly on, string reason, Unit? branch, Guid? left, string partyPosts, DateOnly today)
    {
        if (HasLeft) return new Refusal("已经调离，身份由现在的单位登记");
        if (!StatusChange.KindsFor(Status, IsRetired).Contains(kind)) return new Refusal("Kind", $"现在是{Status?.Name() ?? "干部职工"}{(IsRetired ? "，已离退休" : "")}，不能登记“{kind.Name()}”");
        if (on > today) return new Refusal("On", "日期不能在今天之后");
        if (LastStatusChange() is { } last && on <= last.On) return new Refusal("On", $"须晚于上一次变更 {last.On.Iso()}；那一次登记错了，请先撤回");
        if (kind is not StatusChangeKind.Admitted && JoinedOn?.First > on) return new Refusal("On", $"不能早于入党时间 {JoinedOn}");

        if (kind is StatusChangeKind.Admitted && Enter(branch, on) is { } noBranch) return noBranch;
        if (kind is StatusChangeKind.LeftParty && partyPosts.Length > 0) return new Refusal("Kind", $"还任{partyPosts}，请先登记离任");
        if (kind is StatusChangeKind.LeftParty && EndMemberships(m => m.UnitId == left, on, today) is { } unended) return unended;

        var entered = kind is StatusChangeKind.Admitted ? branch!.Id : kind is StatusChangeKind.LeftParty ? left : null;
        StatusChanges.Add(new() { PersonId = Id, Kind = kind, On = on, Was = Status, WasRetired = IsRetired, UnitId = entered, Reason = reason.Trim() });
        Status = StatusChange.StatusAfter(kind, Status);
        if (kind is StatusChangeKind.Admitted) (JoinedOn, ConfirmedOn) = (on, null);
        if (kind is StatusChangeKind.Confirmed) ConfirmedOn = on;
        if (kind is StatusChangeKind.Retired) IsRetired = true;
        return null;
    }

    /// <summary>Takes the last change back as if it had never been entered; the log keeps it.</summary>
    /// <param name="branch">The branch that the change entered or left.</param>
    public Refusal? WithdrawStatusChange(Guid id, Unit? branch)
    {
        if (LastStatusChange() is not { } last || last.Id != id) return new Refusal("只能撤回最近一次变更；前面的错了，请从后往前撤回再重新登记");
        if (HasLeft && last.Kind is not StatusChangeKind.LeftParty) return new Refusal("已经调离，不能撤回");
        if ((last.Kind is StatusChangeKind.Admitted ? UndoEntry(last) : last.Kind is StatusChangeKind.LeftParty ? UndoLeaving(last, branch) : null) is { } refusal) return refusal;
        if (last.Kind is StatusChangeKind.Admitted) JoinedOn = null;
        if (last.Kind is StatusChangeKind.Confirmed) ConfirmedOn = null;
        (Status, IsRetired) = (last.Was, last.WasRetired);
        StatusChanges.Remove(last);
        return null;
    }

    private Refusal? Enter(Unit? branch, DateOnly on)
    {
        if (branch is null) return new Refusal("Branch", "党员须编入一个支部");
        if (!branch.TakesMembers) return new Refusal("Branch", $"{branch.Kind.Name()}不直接编入党员");
        if (branch.DissolvedOn is not null) return new Refusal("Branch", "这个支部已撤销");
        Memberships.Add(new() { PersonId = Id, UnitId = branch.Id, From = on });
        return null;
    }

    private Refusal? UndoEntry(StatusChange entry)
    {
        if (Memberships.Find(m => m.UnitId == entry.UnitId && m.From == entry.On && m.To is null) is not { } stay) return new Refusal("编入支部以后又调动过，不能撤回");
        Memberships.Remove(stay);
        return null;
    }

    private Refusal? UndoLeaving(StatusChange leaving, Unit? branch)
    {
        if (branch is null) return null;   // belonged to none
        if (branch.DissolvedOn is not null) return new Refusal($"原来的支部“{branch.Name}”已撤销，不能撤回");
        if (Memberships.Find(m => m.UnitId == branch.Id && m.To == leaving.On.AddDays(-1)) is { } stay) stay.To = null;
        else Memberships.Add(new() { PersonId = Id, UnitId = branch.Id, From = leaving.On });   // it began on the same day and was taken off
        return null;
    }
}
