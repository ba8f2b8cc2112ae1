using Exemplar.Documents.Templates.Offers;
using Exemplar.Organization;
using Exemplar.Tasks;

namespace Exemplar.Campaigns;

/// <summary>The tasks of which campaigns a form is about.</summary>
public sealed class CampaignQuestion(AppDb db, Actor actor) : IFormQuestion
{
    public string Key => TaskOffers.Source;
    public string Title => "哪些创建活动（不选就是全部）";

    public async Task<IReadOnlyList<FormChoice>> Choices(IReadOnlyCollection<string> offers, CancellationToken ct) =>
        [.. (await db.VisibleCampaigns(actor).OrderByDescending(c => c.OpenedAt).Select(c => new { c.Id, c.Title }).ToListAsync(ct)).Select(c => new FormChoice($"{c.Id}", c.Title))];

    public bool Concerns(IReadOnlyCollection<string> offers) => offers.Any(o => o.StartsWith("tasks.", StringComparison.Ordinal) || o.StartsWith("campaign.", StringComparison.Ordinal));
}

/// <summary>What the campaigns are called that a form is about.</summary>
public sealed class CampaignOffers(AppDb db, Actor actor) : FormSource<CampaignOffers.Named>
{
    public sealed record Named(string Title);

    public override string Name => "创建活动";
    protected override bool IsList => false;

    protected override IReadOnlyList<Value> Values { get; } = [new("campaign.title", "创建活动名称", c => c.Title, "活动名称", "创建活动", "活动主题", "专项工作", "专项行动", "专项名称", "工作名称")];

    protected override async Task<IReadOnlyList<Named>> Find(FormScope scope, CancellationToken ct)
    {
        var chosen = scope.Chosen(TaskOffers.Source);
        var campaigns = db.VisibleCampaigns(actor).Where(c => chosen.Count == 0 || chosen.Contains(c.Id)).OrderByDescending(c => c.OpenedAt);
        return [new(string.Join('、', await campaigns.Select(c => c.Title).ToListAsync(ct)))];
    }
}

internal static class CampaignsInSight
{
    public static IQueryable<Campaign> VisibleCampaigns(this AppDb db, Actor actor)
    {
        var places = actor.GrantsFor(CampaignsCapability.View).Select(g => g.Path).ToList();
        var seen = db.Units.Where(actor, CampaignsCapability.View).Select(u => u.Id);
        return db.Campaigns.Where(c => seen.Contains(c.HostId) || db.Units.Any(u => u.Id == c.HostId && places.Any(p => p.StartsWith(u.Path))));
    }
}
