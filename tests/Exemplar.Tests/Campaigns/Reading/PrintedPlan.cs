using System.Text;
using CsCheck;
using Exemplar.Documents;

namespace Exemplar.Tests.Campaigns.Reading;

/// <summary>A plan as its author thinks of it, and ways to print it.</summary>
internal sealed record PrintedPlan(PrintedPlan.Part[] Parts, PrintedPlan.Manner How)
{
    internal sealed record Measure(string Title, string? Owner, int Month);

    internal sealed record Group(string Heading, Measure[] Measures);

    internal sealed record Part(string Heading, Group[] Groups);

    /// <param name="Outer">0: 第一部分, 1: 一、, 2: the headings were lost.</param>
    /// <param name="Inner">0: 1., 1: 1、, 2: （1）, 3: ①, 4: 一是 in one paragraph, 5: 一要 line by line.</param>
    internal sealed record Manner(int Outer, int Inner, bool FullWidth, bool Furniture, bool Pinyin, bool CrLf);

    private static readonly string[] Verbs = ["精简", "优化", "梳理", "规范", "改进", "健全"];
    private static readonly string[] Nouns = ["文件管理", "办事流程", "会议组织", "值班制度", "信息报送", "档案保管", "公务接待"];
    private static readonly string[] Owners = ["综合科", "秘书科", "人事科", "机关党委"];

    private static readonly Gen<string> Title = Gen.Select(Pick(Verbs), Pick(Nouns), (verb, noun) => verb + noun);

    private static readonly Gen<Measure> AMeasure = Gen.Select(Title, Gen.Int[0, Owners.Length], Gen.Int[0, 12],
        (title, owner, month) => new Measure(title, owner < Owners.Length ? Owners[owner] : null, month));

    private static readonly Gen<Group> AGroup = Gen.Select(Title, AMeasure.Array[2, 5], (heading, measures) => new Group(heading, measures));

    private static readonly Gen<Part> APart = Gen.Select(Title, AGroup.Array[1, 4], (heading, groups) => new Part(heading, groups));

    private static readonly Gen<Manner> AManner = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 5], Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool,
        (outer, inner, full, furniture, pinyin, crlf) => new Manner(outer, inner, full, furniture, pinyin, crlf));

    public static readonly Gen<PrintedPlan> Any = Gen.Select(APart.Array[2, 4], AManner, (parts, how) => new PrintedPlan(parts, how));

    public static Gen<string> Pick(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    public string Print()
    {
        var text = new StringBuilder();
        Furniture(text, "首页 > 通知公告");
        text.Append("年度工作方案\n");
        Furniture(text, "发布时间：2019-05-06 来源：本站 点击：12");
        for (var p = 0; p < Parts.Length; p++)
        {
            if (How.Outer < 2) text.Append(OuterNumber(p, true)).Append(Parts[p].Heading).Append('\n');
            for (var g = 0; g < Parts[p].Groups.Length; g++) Print(text, g, Parts[p].Groups[g]);
        }
        text.Append("某市人民政府办公室\n2026年1月5日\n");
        Furniture(text, "上一篇：没有了\n【打印本页】 【关闭窗口】\n相关链接\n一篇别的文章");
        return How.CrLf ? text.ToString().ReplaceLineEndings("\r\n") : text.ToString();
    }

    public string OuterNumber(int index, bool printed) => How.Outer switch
    {
        0 => $"第{ChineseNumber.Format(index + 1)}部分{(printed ? "　" : "")}",
        _ => ChineseNumber.Format(index + 1) + (printed ? "、" : ""),
    };

    public string InnerNumber(int index, bool printed) => How.Inner switch
    {
        0 => $"{index + 1}.",
        1 => $"{index + 1}{(printed ? "、" : "")}",
        2 => printed ? Bracketed((index + 1).ToString()) : $"({index + 1})",
        3 => ((char)('①' + index)).ToString(),
        4 => $"{ChineseNumber.Format(index + 1)}是",
        _ => $"{ChineseNumber.Format(index + 1)}要",
    };

    private void Print(StringBuilder text, int index, Group group)
    {
        text.Append(Bracketed(ChineseNumber.Format(index + 1))).Append(Aided(group.Heading)).Append("。\n");
        for (var m = 0; m < group.Measures.Length; m++)
        {
            var measure = group.Measures[m];
            text.Append(InnerNumber(m, true)).Append(measure.Title);
            // Behind the last full stop of a paragraph a bracket speaks for all that the paragraph lists.
            if (How.Inner != 4) text.Append('。');
            if (measure.Owner is { } owner) text.Append($"{(How.FullWidth ? "（" : "(")}责任科室{(How.FullWidth ? "：" : ":")}{owner})");
            if (How.Inner == 4) text.Append('。');
            if (measure.Month > 0) text.Append($"于{(How.FullWidth ? Wide(measure.Month) : measure.Month.ToString())}月底前完成。");
            if (How.Inner != 4 || m == group.Measures.Length - 1) text.Append('\n');
        }
        Furniture(text, "第 1 页 共 3 页");
    }

    private void Furniture(StringBuilder text, string lines)
    {
        if (How.Furniture) text.Append(lines).Append('\n');
    }

    private string Aided(string heading) => How.Pinyin ? heading.Insert(1, "(jīng)") : heading;

    private string Bracketed(string number) => How.FullWidth ? $"（{Wide(number)}）" : $"({number})";

    private static string Wide(int number) => Wide(number.ToString());

    private static string Wide(string number) => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));
}
