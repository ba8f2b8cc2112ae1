using Exemplar.Tasks;

namespace Exemplar.Campaigns.Versions;

/// <summary>
/// A person says of one changed task whether the issued one follows the new version: its date, the units that lead. The reason is the
/// new document. What was issued is never taken from a unit; the proposal itself is set aside either way, so that nothing goes out twice.
/// </summary>
public sealed class FollowVersion(AppDb db, Actor actor, VersionComparison comparison)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "时限按新版调整")]
        public bool Due { get; set; }

        [Display(Name = "增加新版写的牵头单位")]
        public bool Owners { get; set; }
    }

    /// <summary><paramref name="Pair"/> is null where no issued task answers to the item; <paramref name="Left"/> are units that lead now and are not named any more.</summary>
    public sealed record View(VersionComparison.Pair? Pair, PlanDocument Document, IReadOnlyList<string> Added, IReadOnlyList<string> Left, bool IsSeries);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        await db.DemandCampaign(item.CampaignId, actor, CampaignsCapability.Issue, ct);
        var compared = await comparison.Show(item.DocumentId, ct);
        var pair = compared.Changed.Concat(compared.Same).Concat(compared.Settled).FirstOrDefault(p => p.Later.Id == id);
        if (pair is null) return new(null, compared.Document, [], [], false);
        var units = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var given = pair.Former.OwnerIds.Concat(pair.Former.CoOwnerIds);
        return new(pair, compared.Document, [.. pair.Later.OwnerIds.Except(given).Select(u => units[u])], [.. pair.Former.OwnerIds.Except(pair.Later.OwnerIds).Select(u => units[u])],
            !await db.Tasks.AnyAsync(t => t.Id == pair.Former.Id, ct));
    }

    public Task<Result<View>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<View>(async (db, ct) =>
    {
        var view = await Open(id, ct);
        if (view.Pair is not { } pair) return new Refusal("没有和它对应的已下达任务");
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        if (item.Version != form.Version) throw new Stale(nameof(ProposedItem));
        if (item.Decision is ItemDecision.Dropped) return new Refusal("这一条已经定了");
        var act = actor.Act();
        if ((form.Due || form.Owners) && await Change(db, pair, view.Document, form, act, ct) is { } refusal) return refusal;
        if (item.Decide(ItemDecision.Dropped) is { } closed) return closed;
        db.Log(act, CampaignsCapability.Issue, item);
        return view;
    }, ct);

    private static async Task<Refusal?> Change(AppDb db, VersionComparison.Pair pair, PlanDocument document, Form form, Act act, CancellationToken ct)
    {
        var (later, reason) = (pair.Later, $"按《{document.Title}》调整");
        if (await db.Tasks.Include(t => t.Assignments).ThenInclude(a => a.Steps).SingleOrDefaultAsync(t => t.Id == pair.Former.Id, ct) is not { } task)
            return new Refusal("这是按周期生成的任务，时限随周期走，不能这样调整");
        if (form.Due && pair.MovesDue)
        {
            foreach (var share in task.Assignments.Where(a => a.State is not AssignmentState.Done))
            {
                if (share.Reschedule(act, later.DueOn!.Value, reason) is { } refusal) return new Refusal(nameof(Form.Due), refusal.Message);
                db.Log(act, CampaignsCapability.Issue, share);
            }
        }
        if (!form.Owners) return null;
        foreach (var unit in await db.Units.Where(u => later.OwnerIds.Contains(u.Id)).ToListAsync(ct))
        {
            if (task.Assignments.Exists(a => a.UnitId == unit.Id)) continue;
            var share = task.Assign(unit, leads: true, act);
            if (later.DueOn is { } due && due != task.DueOn && share.Reschedule(act, due, reason) is { } refusal) return new Refusal(nameof(Form.Owners), refusal.Message);
            db.Add(share);
            db.Log(act, CampaignsCapability.Issue, share);
        }
        return null;
    }
}
