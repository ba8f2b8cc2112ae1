using Exemplar.Organization;
using Exemplar.Tasks.Supervision;

namespace Exemplar.Campaigns;

/// <summary>The leading group's office opens a campaign and says on what basis.</summary>
public sealed class OpenCampaign(AppDb db, Actor actor, DimensionSets dimensions, Ladders ladders, TimeProvider clock)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // chosen before sending, so that sending twice opens one

        [Display(Name = "名称"), Required, StringLength(100)]
        public string Title { get; set; } = "";

        [Display(Name = "领导小组"), Required(ErrorMessage = "请选择领导小组")]
        public Guid? LeadingGroup { get; set; }

        [Display(Name = "依据"), Required(ErrorMessage = "请选择依据")]
        public ApprovalBasis? Basis { get; set; } = ApprovalBasis.Internal;

        [Display(Name = "批准文号"), StringLength(60)]
        public string? ApprovalNumber { get; set; }

        [Display(Name = "批准期限至")]
        public DateOnly? ApprovedUntil { get; set; }

        [Display(Name = "模范维度"), Required(ErrorMessage = "请选择模范维度")]
        public string DimensionSet { get; set; } = "a-municipal";

        [Display(Name = "督办阶梯"), Required(ErrorMessage = "请选择督办阶梯")]
        public string Ladder { get; set; } = Ladders.Usual;
    }

    /// <summary>The leading groups of the offices in which the actor may open a campaign.</summary>
    public async Task<IReadOnlyList<Unit>> Open(CancellationToken ct)
    {
        actor.Demand(CampaignsCapability.Open);
        return await db.Units.AsNoTracking().Where(actor, CampaignsCapability.Open)
            .Where(u => u.Kind == UnitKind.LeadingGroup && u.DissolvedOn == null).OrderBy(u => u.Order).ToListAsync(ct);
    }

    public Form Blank(IReadOnlyList<Unit> groups) => new() { Title = $"{clock.Today().Year}年模范机关创建", LeadingGroup = groups.Count == 1 ? groups[0].Id : null };

    public Task<Result<Campaign>> Handle(Form form, CancellationToken ct) => db.Commit<Campaign>(async (db, ct) =>
    {
        if ((await Open(ct)).FirstOrDefault(g => g.Id == form.LeadingGroup) is not { } group) return new Refusal(nameof(Form.LeadingGroup), "请选择领导小组");
        if (await db.Campaigns.SingleOrDefaultAsync(c => c.Id == form.Id && c.LeadingGroupId == group.Id, ct) is { } kept)
            return Resent.Answer(kept, kept.Title == form.Title.Trim() && kept.Basis == form.Basis, kept.Title);
        if (dimensions.Find(form.DimensionSet) is null) return new Refusal(nameof(Form.DimensionSet), "请选择模范维度");
        if (ladders.Find(form.Ladder) is null) return new Refusal(nameof(Form.Ladder), "请选择督办阶梯");

        var host = await db.Units.SingleAsync(u => u.Id == group.ParentId, ct);
        var office = await db.Units.FirstOrDefaultAsync(u => u.ParentId == group.Id && u.Kind == UnitKind.LeadingGroupOffice && u.DissolvedOn == null, ct);
        var opened = Campaign.Open(form.Id, form.Title, host, group, office ?? group, form.Basis!.Value, form.ApprovalNumber, form.ApprovedUntil, form.DimensionSet, actor.Act(), form.Ladder);
        if (opened.Value is not { } campaign) return opened;

        db.Add(campaign);
        db.Log(actor.Act(), CampaignsCapability.Open, campaign);
        return campaign;
    }, ct);
}
