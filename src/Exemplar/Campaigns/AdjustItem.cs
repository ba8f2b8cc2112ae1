using Exemplar.Campaigns.Reading;
using Exemplar.Organization;

namespace Exemplar.Campaigns;

/// <summary>A person corrects a proposal: what it is, who owns it, when it is due, to which stage it belongs. Adjusting accepts.</summary>
public sealed class AdjustItem(AppDb db, Actor actor)
{
    public sealed class Form
    {
        public int Version { get; set; }

        [Display(Name = "名称"), Required, StringLength(ProposedItem.LongestTitle)]
        public string Title { get; set; } = "";

        [Display(Name = "作为"), Required]
        public PlanItemKind? Kind { get; set; }

        [Display(Name = "牵头单位")]
        public List<Guid> Owners { get; set; } = [];

        [Display(Name = "配合单位")]
        public List<Guid> CoOwners { get; set; } = [];

        [Display(Name = "完成时限")]
        public DateOnly? DueOn { get; set; }

        [Display(Name = "开始")]
        public DateOnly? StartsOn { get; set; }

        [Display(Name = "结束")]
        public DateOnly? EndsOn { get; set; }

        [Display(Name = "所属阶段")]
        public Guid? Stage { get; set; }

        public static Form Of(ProposedItem item) => new()
        {
            Version = item.Version,
            Title = item.Title,
            Kind = item.Kind,
            Owners = item.OwnerIds,
            CoOwners = item.CoOwnerIds,
            DueOn = item.DueOn,
            StartsOn = item.StartsOn,
            EndsOn = item.EndsOn,
            Stage = item.StageId,
        };
    }

    public sealed record View(ProposedItem Item, IReadOnlyList<Unit> Units, IReadOnlyList<ProposedItem> Stages);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var item = await db.ProposedItems.FindOrThrow(id, ct);
        var found = await db.DemandCampaign(item.CampaignId, actor, CampaignsCapability.Review, ct);
        var stages = await db.ProposedItems.AsNoTracking()
            .Where(i => i.CampaignId == item.CampaignId && i.Kind == PlanItemKind.Stage && i.Decision != ItemDecision.Dropped)
            .OrderBy(i => i.Start).ToListAsync(ct);
        return new(item, await db.AnsweringUnits(found.Host, ct), stages);
    }

    public Task<Result<ProposedItem>> Handle(Guid id, Form form, CancellationToken ct) => db.Commit<ProposedItem>(async (db, ct) =>
    {
        var (item, units, stages) = await Open(id, ct);
        if (item.Version != form.Version) throw new Stale(nameof(ProposedItem));
        if (form.Owners.Concat(form.CoOwners).Except(units.Select(u => u.Id)).Any()) return new Refusal(nameof(Form.Owners), "只能选本单位的科室和支部");
        if (form.Stage is { } stage && stages.All(s => s.Id != stage)) return new Refusal(nameof(Form.Stage), "没有这个阶段");

        var refusal = item.Adjust(form.Kind!.Value, form.Title, form.Owners, form.CoOwners, form.DueOn, form.StartsOn, form.EndsOn, form.Stage)
            ?? item.Decide(ItemDecision.Accepted);
        if (refusal is not null) return refusal;
        db.Log(actor.Act(), CampaignsCapability.Review, item);
        return item;
    }, ct);
}
