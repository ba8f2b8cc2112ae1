using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

/// <summary>One proposal as the review page shows it.</summary>
public sealed record ProposalCard(ProposedItem Item, string KindName, string Owners, string CoOwners, string? Stage, IReadOnlyList<string> Doubts)
{
    public string Anchor => $"i-{Item.Id:N}";

    public static ProposalCard Of(ProposedItem item, PlanReview.View shown) => Of(item, shown.Units, shown.Stages);

    public static ProposalCard Of(ProposedItem item, IReadOnlyDictionary<Guid, string> units, IReadOnlyDictionary<Guid, string> stages) => new(
        item, NameOf(item.Kind), Words(item.OwnerIds, item.NamedOwners, units), Words(item.CoOwnerIds, item.NamedCoOwners, units),
        item.StageId is { } stage ? stages.GetValueOrDefault(stage) : null,
        [
            .. item.Unsure.Select(code => UnsureReasons.Sentences.GetValueOrDefault(code) ?? code),
            .. item.MissedOwners.Select(name => $"组织机构里没有找到“{name}”，请选择承办单位；不选就不会下达给它"),
        ]);

    public static string NameOf(PlanItemKind kind) => kind switch
    {
        PlanItemKind.Problem => "问题",
        PlanItemKind.Stage => "阶段",
        PlanItemKind.Measure => "措施",
        _ => "任务",
    };

    private static string Words(List<Guid> ids, List<string> named, IReadOnlyDictionary<Guid, string> units)
    {
        if (ids.Count == 0) return named.Count == 0 ? "" : $"原文：{string.Join("、", named)}";
        var names = ids.Select(id => units.GetValueOrDefault(id) ?? "已撤销的单位").ToList();
        return names.Count <= 4 ? string.Join("、", names) : $"{string.Join("、", named)}（{names.Count} 个单位）";
    }
}
