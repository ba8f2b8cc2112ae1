using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

/// <summary>Sets up the Party groups of branches that a register names and that are not on record; the register waits.</summary>
public sealed class SetUpGroups(AppDb db, Actor actor, MeetingKinds kinds, TimeProvider clock)
{
    /// <summary>What was founded, in words: 第一党支部·第二党小组. Empty when they are there by now. Throws where the actor may not change the branch.</summary>
    /// <param name="branches">Of these alone.</param>
    public Task<Result<List<string>>> Handle(Guid fileId, IReadOnlyCollection<Guid> branches, CancellationToken ct) => db.Commit<List<string>>(async (db, ct) =>
    {
        var handedIn = await db.HandedInRegister(fileId, actor).AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(HandedInRegister));
        if (branches.Count == 0) return new Refusal("请勾选要设立党小组的支部");
        var plan = await PastPlanner.Plan(db, actor, handedIn, kinds, clock.Today(), ct);
        var (act, number) = (actor.Act(), await db.NextNumber(ct));
        List<string> founded = [];
        foreach (var (branch, name, nth) in plan.Missing.Where(m => branches.Contains(m.Branch.Id)).SelectMany(m => m.Names.Select((name, nth) => (m.Branch, name, nth))))
        {
            actor.Demand(OrganizationCapability.Change, within: branch);
            var made = Unit.Found(Guid.CreateVersion7(), UnitKind.PartyGroup, name, branch, number++, await db.NextPosition(branch.Id, ct) + nth, act.Day);
            if (made.Value is not { } group) return made.Refusal!;
            db.Add(group);
            db.Log(act, OrganizationCapability.Change, group);
            founded.Add(GroupNames.Of(branch.Name, name));
        }
        return founded;
    }, ct);
}
