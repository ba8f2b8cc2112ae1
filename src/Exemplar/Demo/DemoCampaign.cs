using System.Linq.Expressions;
using System.Text;
using Exemplar.Campaigns;
using Exemplar.Organization;

namespace Exemplar.Demo;

/// <summary>The first weeks of the campaign: the plan is read, reviewed and issued; the speech waits for somebody's review.</summary>
public sealed class DemoCampaign(DemoActors actors, DateOnly start)
{
    private const string Office = "office";

    /// <summary>Returns the campaign's id.</summary>
    public async Task<Guid> Play(CancellationToken ct)
    {
        var group = await actors.Read(db => db.Units.SingleAsync(u => u.Kind == UnitKind.LeadingGroup, ct));
        var campaign = await actors.As<OpenCampaign, Campaign>(Office, open => open.Handle(
            new() { Title = $"{start.Year}年模范机关创建", LeadingGroup = group.Id, Basis = ApprovalBasis.Approved, ApprovalNumber = $"临组通〔{start.Year}〕12号", ApprovedUntil = start.AddDays(400), DimensionSet = "a-municipal" }, ct));

        var plan = await HandIn(campaign, "plan.txt", "模范机关创建工作实施方案.txt", ct);
        await actors.As<AcceptSureItems, int>(Office, accept => accept.Handle(plan.Id, ct));
        await Decide(plan.Id, ItemDecision.Dropped, i => i.Decision == ItemDecision.Pending, ct);   // general words without an owner become no task
        await Issue(campaign.Id, ct);

        // The problems that the speech names go to the ledger; its tasks wait for whoever tries the demo.
        var speech = await HandIn(campaign, "speech.txt", "动员讲话.txt", ct);
        await Decide(speech.Id, ItemDecision.Accepted, i => i.Kind == Campaigns.Reading.PlanItemKind.Problem, ct);
        await Issue(campaign.Id, ct);
        return campaign.Id;
    }

    private Task<PlanDocument> HandIn(Campaign campaign, string seed, string name, CancellationToken ct)
    {
        var bytes = Encoding.UTF8.GetBytes(SeedDocument.Read(seed, start));
        var file = new FormFile(new MemoryStream(bytes), 0, bytes.Length, "File", name);
        return actors.As<ReadPlan, PlanDocument>(Office, read => read.Handle(campaign.Id, new() { File = file }, ct));
    }

    private async Task Decide(Guid document, ItemDecision decision, Expression<Func<ProposedItem, bool>> which, CancellationToken ct)
    {
        var items = await actors.Read(db => db.ProposedItems.AsNoTracking().Where(i => i.DocumentId == document).Where(which).ToListAsync(ct));
        foreach (var item in items)
            await actors.As<DecideItem, ProposedItem>(Office, decide => decide.Handle(item.Id, new() { Version = item.Version, Decision = decision }, ct));
    }

    private async Task Issue(Guid campaign, CancellationToken ct)
    {
        var version = await actors.Read(db => db.Campaigns.Where(c => c.Id == campaign).Select(c => c.Version).SingleAsync(ct));
        await actors.As<IssueTasks, IssueTasks.View>(Office, issue => issue.Handle(campaign, new() { Version = version }, ct));
    }
}
