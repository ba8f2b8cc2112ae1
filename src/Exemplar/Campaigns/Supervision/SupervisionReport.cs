using Exemplar.Documents.Official;
using Exemplar.Tasks;

namespace Exemplar.Campaigns.Supervision;

/// <summary>
/// The report on how a campaign's tasks stand: figures and a table by unit in organization order, nothing else. Punctuality
/// stands against both dates, the one given at issue and the one after extensions. Conclusions are for people to write.
/// </summary>
public sealed class SupervisionReport(AppDb db, Actor actor, TimeProvider clock)
{
    private static readonly TableColumn[] Columns =
        [new("单位", 2.2), new("承办", 1, IsCentred: true), new("办结", 1, IsCentred: true), new("待验收", 1.1, IsCentred: true), new("办理中", 1.1, IsCentred: true), new("逾期未报结", 1.4, IsCentred: true), new("按原时限报结", 1.5, IsCentred: true), new("延期后按期", 1.4, IsCentred: true)];

    private sealed record Share(string Unit, string Order, AssignmentState State, DateOnly? Original, DateOnly? Due, DateOnly SortsOn, DateTimeOffset? FinishedAt);

    public async Task<(string Name, OfficialDocument Document)> Show(Guid campaignId, CancellationToken ct)
    {
        var (campaign, _) = await db.DemandCampaign(campaignId, actor, CampaignsCapability.Supervise, ct);
        var (organ, today) = (await db.OrganOf(campaign.IssuerId, ct), clock.Today());
        var shares = await db.Supervised(actor, new(campaignId, Show: DeskFilter.All), today)
            .Select(x => new Share(x.Unit.Name, x.Unit.Order, x.Assignment.State, x.Task.DueOn, x.Assignment.DueOn, x.Assignment.SortsOn, x.Assignment.FinishedAt)).ToListAsync(ct);
        var rows = shares.GroupBy(s => (s.Order, s.Unit)).OrderBy(g => g.Key.Order, StringComparer.Ordinal).Select(g => Row(g.Key.Unit, [.. g], today)).ToList();
        var title = $"{campaign.Title}任务办理情况报告";
        return (title, new OfficialDocument
        {
            Organ = organ,
            MarkSaysDocument = false,
            Title = $"关于{campaign.Title}任务办理情况的报告",
            Recipients = [await db.Units.Where(u => u.Id == campaign.LeadingGroupId).Select(u => u.Name).SingleAsync(ct)],
            Body =
            [
                new BodyText($"截至{today.InWords()}，{campaign.Title}共下达任务 {shares.Count} 份，由 {rows.Count} 个单位承办。已办结 {shares.Count(s => s.State is AssignmentState.Done)} 份，待验收 {shares.Count(s => s.State is AssignmentState.Submitted)} 份，逾期未报结 {shares.Count(s => IsLate(s, today))} 份；按原时限报结 {shares.Count(s => InTime(s, s.Original))} 份，经批准延期后按期报结 {shares.Count(Extended)} 份。各单位情况如下："),
                new BodyTable(Columns, rows),
            ],
            Signature = new(organ, today, IsSealed: true),
        });
    }

    private static IReadOnlyList<string> Row(string unit, IReadOnlyList<Share> shares, DateOnly today) =>
    [
        unit,
        $"{shares.Count}",
        $"{shares.Count(s => s.State is AssignmentState.Done)}",
        $"{shares.Count(s => s.State is AssignmentState.Submitted)}",
        $"{shares.Count(s => s.State is not (AssignmentState.Done or AssignmentState.Submitted))}",
        $"{shares.Count(s => IsLate(s, today))}",
        $"{shares.Count(s => InTime(s, s.Original))}",
        $"{shares.Count(Extended)}",
    ];

    private static bool IsLate(Share share, DateOnly today) => share.FinishedAt is null && share.SortsOn < today;

    private static bool InTime(Share share, DateOnly? due) => share.FinishedAt is { } at && (due is null || DateOnly.FromDateTime(at.InOffice().Date) <= due);

    private static bool Extended(Share share) => share.Original != share.Due && !InTime(share, share.Original) && InTime(share, share.Due);
}
