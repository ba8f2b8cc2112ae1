using Exemplar.Tasks;

namespace Exemplar.Campaigns.Supervision;

/// <summary>Ready-made words to paste into a unit's group: one text for each unit, so that nobody is shown up before others.</summary>
public sealed class ReminderText(ChosenShares chosen)
{
    public sealed record Words(Guid UnitId, string Unit, string Text);

    public async Task<IReadOnlyList<Words>> Show(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        [.. (await chosen.Find(ids, ct)).Where(s => s.FinishedAt is null).GroupBy(s => (s.UnitId, s.Unit)).Select(g => new Words(g.Key.UnitId, g.Key.Unit, TextFor(g.Key.Unit, [.. g])))];

    private static string TextFor(string unit, IReadOnlyList<ChosenShares.Share> shares)
    {
        var lines = shares.Select((s, n) => $"{(shares.Count > 1 ? $"{n + 1}. " : "")}{s.Title}（{(s.DueOn is { } due ? $"时限 {due.Month}月{due.Day}日，{s.Due.Words}" : "未定时限")}）");
        var more = shares.Any(s => s.Due.State is DueState.Late) ? "已过时限的请抓紧办理，并写明原因。" : "";
        var time = shares.Any(s => s.DueOn is not null && s.Due.State is not DueState.Late) ? "没到期而确实办不完的，可以在到期前申请延期。" : "";
        return $"{unit}：以下任务请留意，办好后由本单位在系统里填一两句话即可，不用另报材料、不用照片。{more}{time}\n{string.Join('\n', lines)}";
    }
}
