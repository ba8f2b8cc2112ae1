using Exemplar.Documents.Official;
using Exemplar.Tasks;

namespace Exemplar.Campaigns.Supervision;

/// <summary>督办通知单 for the ticked shares: one document for each unit, ready to print. What was reported done is left out; what is late is said in a table with how late it is.</summary>
public sealed class SlipDocuments(AppDb db, ChosenShares chosen, TimeProvider clock)
{
    private static readonly TableColumn[] Columns = [new("序号", 0.8, IsCentred: true), new("督办事项", 3.4), new("办理时限", 1.9, IsCentred: true), new("目前情况", 2.6)];

    /// <summary>Empty when nothing that was ticked is open.</summary>
    public async Task<IReadOnlyList<(string Name, OfficialDocument Document)>> Show(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var shares = (await chosen.Find(ids, ct)).Where(s => s.FinishedAt is null).ToList();
        var tasks = shares.Select(s => s.TaskId).Distinct().ToList();
        var texts = await db.Tasks.Where(t => tasks.Contains(t.Id)).Select(t => new { t.Id, t.Text, t.IssuerId }).ToDictionaryAsync(t => t.Id, ct);
        var organs = new Dictionary<Guid, string>();
        foreach (var issuer in texts.Values.Select(t => t.IssuerId).Distinct()) organs[issuer] = await db.OrganOf(issuer, ct);

        return [.. from share in shares
                   group share by (Organ: organs[texts[share.TaskId].IssuerId], share.Unit) into unit
                   select ($"督办通知单（{unit.Key.Unit}）", unit.ToList() is [{ Due.State: not DueState.Late } only] ? One(unit.Key.Organ, only, texts[only.TaskId].Text) : Several(unit.Key.Organ, unit.Key.Unit, [.. unit]))];
    }

    private OfficialDocument One(string organ, ChosenShares.Share share, string text) => new Documents.Official.SupervisionSlip
    {
        Organ = organ,
        Unit = share.Unit,
        Matter = share.Title,
        Requirement = text.Length > 0 ? text : "请抓紧办理，办结后及时反馈。",
        Due = share.DueOn,
        Date = clock.Today(),
    }.ToDocument();

    private OfficialDocument Several(string organ, string unit, IReadOnlyList<ChosenShares.Share> shares) => new()
    {
        Form = DocumentForm.Letter,
        Organ = organ,
        Title = "督办通知单",
        Recipients = [unit],
        Body =
        [
            new BodyText($"你单位承办的下列 {shares.Count} 项任务，请抓紧办理，办结后及时反馈；已过时限的请写明原因，没到期而确实不能办结的请在到期前申请延期。"),
            new BodyTable(Columns, [.. shares.Select((s, n) => (IReadOnlyList<string>)[$"{n + 1}", s.Title, s.DueOn?.InWords() ?? "未定", s.Due.Words])]),
        ],
        Signature = new(organ, clock.Today(), IsSealed: true),
    };
}
