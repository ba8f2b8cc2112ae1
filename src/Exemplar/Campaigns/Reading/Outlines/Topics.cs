using System.Text.RegularExpressions;

namespace Exemplar.Campaigns.Reading;

/// <summary>What a section is about decides what its enumerations are.</summary>
internal enum Topic
{
    Unknown,

    /// <summary>Why: background, significance, principles, what was done before.</summary>
    Argument,
    Problems,
    Stages,
    Work,
}

internal static partial class Topics
{
    [GeneratedRegex("解决|整治|破解|整改|纠正|防止|治理|化解|措施|任务|针对|举措|落实|对策|建议")]
    private static partial Regex Solving();

    [GeneratedRegex("(?:存在|主要|突出|面临|有关)[^,。]{0,12}(?:问题|不足|短板|困难|差距)|新情况新问题|问题(?:清单|表现|梳理|及表现)|差距(?:和|与|及)不足|不足(?:和|与|及|之处)|薄弱环节|短板弱项|^(?:聚焦|查摆|直面|正视)?问题$|问题(?:和|与|及)(?:不足|原因|差距)")]
    private static partial Regex Problems();

    [GeneratedRegex("(?:实施|方法|工作|活动|推进|主要|时间)?步骤|(?:阶段|时间|进度)安排|阶段划分|实施阶段$|(?:三|四|五|两|几|3|4|5)个阶段")]
    private static partial Regex Stages();

    [GeneratedRegex("任务|措施|举措|工作要求|有关要求|几点要求|保障|重点工作|主要工作|工作安排|活动内容|主要内容|工作内容|工作重点|组织领导|工作要点|具体要求|下一步|活动安排")]
    private static partial Regex Work();

    [GeneratedRegex("指导思想|总体要求|总体思路|基本原则|工作原则|目标要求|总体目标|工作目标|主要目标|目标任务$|主要做法|基本情况|工作(?:开展|完成|进展)?情况|工作回顾|主要成效|工作成效|取得(?:的)?成效|现状|肯定成绩|总结成绩|成绩回顾|工作总结|总则|附则|适用范围|重要意义|重大意义|重要性|必要性|背景|为什么|迫切要求|必然要求|客观要求|现实需要|需要进一步|题中应有之义|必由之路")]
    private static partial Regex Argument();

    [GeneratedRegex("深刻认识|充分认识|深刻把握|提高认识|认清形势|提高(?:政治)?站位|统一思想|深化认识|增强[^,。]{0,20}(?:紧迫感|责任感|使命感|自觉性)|形势|认识")]
    private static partial Regex WeakArgument();

    [GeneratedRegex("(?:存在|表现|反映|梳理|查摆|暴露|面临|突出|主要|方面)[^。;]{0,20}(?:问题|不足|短板|差距|表现|困难|弱项)|(?:问题|不足|短板|表现)[^。;]{0,8}(?:有|是|为|在|如下|:)$|(?:具体|主要|集中)表现")]
    private static partial Regex ProblemLead();

    private static readonly WordEndings Purposes = new(["需要", "要求", "载体", "保证", "保障", "关键", "基础", "前提", "途径", "之义", "举措", "法宝", "优势", "使命"]);

    /// <summary>The topic a folded heading announces; what the parent announced decides where words are weak.</summary>
    public static Topic Of(ReadOnlySpan<char> heading, Topic parent)
    {
        var hints = TopicCharacters.HintsIn(heading);
        if (hints.HasFlag(TopicHints.Stages) && Stages().IsMatch(heading)) return Topic.Stages;
        if (hints.HasFlag(TopicHints.Problems) && Problems().IsMatch(heading) && !Solving().IsMatch(heading)) return Topic.Problems;
        if (hints.HasFlag(TopicHints.Argument) && IsArgument(heading)) return Topic.Argument;
        if (hints.HasFlag(TopicHints.Work) && Work().IsMatch(heading)) return Topic.Work;
        if (parent is Topic.Unknown && hints.HasFlag(TopicHints.WeakArgument) && WeakArgument().IsMatch(heading)) return Topic.Argument;
        return Topic.Unknown;
    }

    /// <summary>True when the words before an enumeration announce problems (主要存在以下问题：).</summary>
    public static bool LeadsToProblems(ReadOnlySpan<char> lead) =>
        TopicCharacters.HintsIn(lead).HasFlag(TopicHints.ProblemLead) && ProblemLead().IsMatch(lead) && !Solving().IsMatch(lead);

    /// <summary>True when an opening paragraph argues rather than orders.</summary>
    public static bool Argues(ReadOnlySpan<char> introduction)
    {
        var hints = TopicCharacters.HintsIn(introduction);
        return (hints.HasFlag(TopicHints.WeakArgument) && WeakArgument().IsMatch(introduction)) || (hints.HasFlag(TopicHints.Argument) && IsArgument(introduction));
    }

    private static bool IsArgument(ReadOnlySpan<char> text) => StatesPurpose(text) || Argument().IsMatch(text);

    // 是推动高质量发展的必然要求. A pattern would try every 是 against the whole rest.
    private static bool StatesPurpose(ReadOnlySpan<char> text)
    {
        if (text.Length < 5 || !Purposes.End(text)) return false;
        var rest = text[..^2];
        rest = rest[(rest.LastIndexOfAny(',', '。') + 1)..];
        var verb = rest.IndexOf('是');
        return verb >= 0 && rest.Length - verb > 2;
    }
}
