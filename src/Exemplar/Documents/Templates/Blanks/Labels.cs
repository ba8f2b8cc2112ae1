using System.Text.RegularExpressions;

namespace Exemplar.Documents.Templates.Blanks;

/// <summary>What blanks call their fields and columns, with and without what surrounds the words.</summary>
internal static partial class Labels
{
    private static readonly HashSet<string> RunningNumber = ["序号", "项次", "序", "行次", "no"];
    private static readonly HashSet<string> NoField = ["合计", "总计", "小计", "注", "备注说明", "说明", "填表说明", "附件", "附", "例", "示例"];

    /// <summary>The label without breaks, spaces and its colon, as it is shown: 责任单位（科室）.</summary>
    public static string Shown(string label) => Space().Replace(label, "").TrimEnd('：', ':');

    /// <summary>Only the words: no brackets with what they hold, no digits, no punctuation, in small half-width letters.</summary>
    public static string Words(string label)
    {
        var plain = HalfWidth.Of(Space().Replace(label, ""));
        var without = Bracketed().Replace(plain, "");
        var words = NoWord().Replace(without, "");
        return (words.Length > 0 ? words : NoWord().Replace(plain, "")).ToLowerInvariant();
    }

    /// <summary>Stands before a row of sums.</summary>
    public static bool IsSum(string label) => Words(label) is "合计" or "总计" or "小计" or "总数";

    public static bool IsRunningNumber(string label) => RunningNumber.Contains(Words(label));

    /// <summary>The column of a table whose rows are units: 党支部名称. Its lowest words decide: 责任／单位 is one of tasks.</summary>
    public static bool IsUnit(string label) => UnitWord().IsMatch(Words(label));

    public static bool IsNumberOfSomething(string label) => Words(label) is "编号" or "号";

    /// <summary>Short, of words, no sentence, no sum: it can be what a field is called.</summary>
    public static bool IsLabel(string text)
    {
        var words = Words(text);
        return words.Length is >= 1 and <= 20 && text.Length <= 60 && Chinese().IsMatch(words) && !NoField.Contains(words)
            && !text.AsSpan().ContainsAny("。；！") && !IsTitle(words);
    }

    /// <summary>1, 2, 3 or 甲、乙、丙 below a heading number its columns and name none of them.</summary>
    public static bool IsColumnNumber(string text) => ColumnNumber().IsMatch(Space().Replace(text, ""));

    public static bool IsExample(string text) => Example().IsMatch(Space().Replace(text, ""));

    private static bool IsTitle(string words) => words.Length > 6 && (words[^1] is '表' || words.EndsWith("清单", StringComparison.Ordinal) || words.EndsWith("台账", StringComparison.Ordinal));

    [GeneratedRegex(@"[\s\u3000]+")]
    private static partial Regex Space();

    [GeneratedRegex(@"[(\[【〔].*?[)\]】〕]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"[^\p{L}]")]
    private static partial Regex NoWord();

    [GeneratedRegex("^(?:所在|所属|基层)?(?:党支部|支部|党组织|党小组|单位|部门|科室|处室)(?:名称|全称)?$")]
    private static partial Regex UnitWord();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"^(?:[(（]?\d{1,2}[)）]?|[甲乙丙丁戊己庚辛]|[A-Za-z])$")]
    private static partial Regex ColumnNumber();

    [GeneratedRegex("^[(（]?(?:示?例|样例|填写示例|举例|如)(?:[)）：:]|$)")]
    private static partial Regex Example();
}
