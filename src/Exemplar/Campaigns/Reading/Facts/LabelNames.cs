using System.Collections.Frozen;

namespace Exemplar.Campaigns.Reading;

internal enum LabelKind
{
    Owner,
    CoOwner,
    Time,
}

/// <summary>The words that stand before a colon to say who or when: 责任单位, 配合科室, 完成时限.</summary>
internal static class LabelNames
{
    public const int Shortest = 2;

    private static readonly FrozenDictionary<string, LabelKind> Kinds = Build();
    private static readonly FrozenDictionary<string, LabelKind>.AlternateLookup<ReadOnlySpan<char>> Lookup = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    public static readonly int Longest = Kinds.Keys.Max(name => name.Length);

    /// <summary>What the phrase labels; null when it is no label.</summary>
    public static LabelKind? KindOf(ReadOnlySpan<char> phrase) => Lookup.TryGetValue(phrase, out var kind) ? kind : null;

    private static FrozenDictionary<string, LabelKind> Build()
    {
        var kinds = new Dictionary<string, LabelKind>();
        void Add(LabelKind kind, params string[][] parts)
        {
            foreach (var name in parts.Aggregate([""], (string[] names, string[] part) => [.. names.SelectMany(name => part.Select(word => name + word))])) kinds[name] = kind;
        }
        Add(LabelKind.Owner, ["责任"], ["单位", "科室", "部门", "处室", "主体", "领导", "股室", "人", "方"]);
        Add(LabelKind.Owner, ["牵头"], ["", "责任"], ["", "单位", "科室", "部门", "处室", "领导", "股室", "人"], ["", "及责任人"]);
        Add(LabelKind.Owner, ["主办", "承办", "落实", "负责"], ["单位", "科室", "部门"]);
        Add(LabelKind.Owner, ["实施"], ["单位", "主体"]);
        Add(LabelKind.Owner, ["负责人"]);
        Add(LabelKind.CoOwner, ["配合", "协助", "协办", "参与", "参加", "协同", "协作"], ["", "责任"], ["", "单位", "科室", "部门", "处室", "股室"]);
        Add(LabelKind.Time, ["", "完成", "整改", "办结", "落实", "工作"], ["时限", "期限"], ["", "要求"]);
        Add(LabelKind.Time, ["完成", "截止", "整改", "报送", "实施", "起止", "办结"], ["时间", "日期"]);
        Add(LabelKind.Time, ["", "活动", "学习", "工作"], ["时间"], ["", "安排", "节点", "要求"]);
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
