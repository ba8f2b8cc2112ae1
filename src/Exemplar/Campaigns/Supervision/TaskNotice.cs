using Exemplar.Documents.Official;

namespace Exemplar.Campaigns.Supervision;

/// <summary>The notice with which a campaign's 任务分解表 goes out; its figures and lines are those of the record.</summary>
public sealed class TaskNotice(AppDb db, Actor actor, TimeProvider clock)
{
    public async Task<(string Name, OfficialDocument Document)> Show(Guid campaignId, CancellationToken ct)
    {
        var (campaign, _) = await db.DemandCampaign(campaignId, actor, CampaignsCapability.Supervise, ct);
        var organ = await db.OrganOf(campaign.IssuerId, ct);
        var shares = await db.Supervised(actor, new(campaignId, Show: DeskFilter.All), clock.Today())
            .Select(x => new { x.Task.Id, x.Task.Title, x.Task.Text, x.Task.DueOn, x.Task.IssuedAt, x.Assignment.Leads, x.Unit.Name, x.Unit.Order }).ToListAsync(ct);
        var lines = shares.GroupBy(s => (s.Id, s.Title, s.Text, s.DueOn, s.IssuedAt)).OrderBy(g => g.Key.IssuedAt).ThenBy(g => g.Key.Id)
            .Select(g => new BreakdownLine(g.Key.Title, g.Key.Text, Names(g.Where(s => s.Leads).Select(s => (s.Order, s.Name))), Names(g.Where(s => !s.Leads).Select(s => (s.Order, s.Name))), g.Key.DueOn?.InWords() ?? "未定"));
        var title = $"{campaign.Title}任务分解表";
        return (title, new OfficialDocument
        {
            Organ = organ,
            Title = $"关于印发《{title}》的通知",
            Recipients = ["各科室", "各党支部"],
            Body = [new BodyText($"现将《{title}》印发给你们，请对照任务和时限抓好落实。办理情况由承办单位在系统中反馈，不另报材料。")],
            Annexes = [TaskBreakdown.Annex(title, lines)],
            Signature = new(organ, clock.Today(), IsSealed: true),
            Imprint = new(organ, clock.Today()),
        });
    }

    private static string Names(IEnumerable<(string Order, string Name)> units) => string.Join("、", units.OrderBy(u => u.Order, StringComparer.Ordinal).Select(u => u.Name));
}
