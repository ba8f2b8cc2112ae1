using System.Text.RegularExpressions;
using Exemplar.Documents.Sheets;
using Exemplar.Meetings.Past;
using Exemplar.Meetings.Recording;
using Exemplar.People.RosterImport;

namespace Exemplar.Agenda.Paste;

/// <summary>
/// What a pasted text is, by its form alone: headings of a table, a list of names, a day with a meeting, numbered sections.
/// Pure: the same text says the same. The page it goes to reads it anew; nothing rests on the guess.
/// </summary>
internal static partial class PasteReading
{
    private const int FewestNames = 3;
    private const int LongestNotice = 1_500;
    private const int MostTabs = 5;   // more of them are a table, whatever days stand in it
    private const int ShortestSpeech = 200;

    /// <summary>The likeliest first; empty when nothing tells.</summary>
    public static IReadOnlyList<Guess> Read(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return [];
        if (text.Contains('\t') && OfTable(text) is { Count: > 0 } table) return table;
        List<string> lines = [.. text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (RollCallOf(lines) is { } roll) return [roll];

        var (notice, plan) = (NoticeOf(text), PlanOf(text, lines));
        return plan is not null && (notice is null || text.Length > LongestNotice / 2) ? [plan, .. notice is null ? Array.Empty<Guess>() : [notice]]
            : notice is not null ? [notice, .. plan is null ? Array.Empty<Guess>() : [plan]] : [];
    }

    private static List<Guess> OfTable(string text)
    {
        if (PastedTable.Read(text).Value is not [var sheet]) return [];
        var (roster, register) = (RosterHeader.Find(sheet).Value, PastHeader.Find(sheet));
        List<(int Columns, Guess Guess)> found = [];
        if (roster is not null)
        {
            var columns = roster.Columns.OrderBy(c => c.Value).Select(c => c.Key.Name()).ToList();
            found.Add((columns.Count, new(PasteTarget.Roster, $"有{Joined(columns)} {columns.Count} 列")));
            if (IsBlank(sheet, roster.LastRow)) return [new(PasteTarget.Form, $"只有表头（{Joined(columns)}），下面是空的")];
        }
        if (register is not null)
        {
            List<string> columns = [.. register.Columns.Where(c => c.Key is not (PastColumn.Serial or PastColumn.Notes)).OrderBy(c => c.Value).Select(c => RosterHeadings.Plain(register.Headings[c.Value])), .. register.Kinds.Select(k => k.Heading), .. register.Months.Select(m => $"{m.Month}月"), .. register.Units.Select(u => u.Heading)];
            if (IsBlank(sheet, register.Last)) return [new(PasteTarget.Form, $"只有表头（{Joined(columns)}），下面是空的")];
            found.Add((columns.Count, new(PasteTarget.Register, $"有{Joined(columns)} {columns.Count} 列")));
        }
        return [.. found.OrderByDescending(f => f.Columns).Select(f => f.Guess)];
    }

    /// <summary>Below its heading there is nothing but running numbers and names of rows.</summary>
    private static bool IsBlank(Sheet sheet, int heading) =>
        sheet.Rows.Where(r => r.Number > heading).All(r => r.Cells.Skip(1).All(c => c.Kind is CellKind.Empty));

    private static Guess? RollCallOf(List<string> lines)
    {
        var numbered = lines.FindAll(l => NumberedName().Match(l) is { Success: true } m && IsName(m.Groups["name"].Value));
        if (numbered.Count >= FewestNames && numbered.Count * 2 >= lines.Count) return new(PasteTarget.RollCall, $"有 {numbered.Count} 行是序号加姓名，例如“{Short(numbered[0])}”");

        List<string> words = [.. lines.SelectMany(l => Between().Split(Label().Replace(Brackets().Replace(l, ""), ""))).Select(w => w.Trim()).Where(w => w.Length > 0)];
        var names = words.FindAll(IsName);
        return names.Count >= FewestNames && names.Count * 4 >= words.Count * 3 ? new(PasteTarget.RollCall, $"是 {names.Count} 个姓名：{string.Join('、', names.Take(3))}{(names.Count > 3 ? "等" : "")}") : null;
    }

    /// <summary>What may be personal names in a list, each once.</summary>
    public static IReadOnlyList<string> NamesIn(string text) =>
        [.. text.ReplaceLineEndings("\n").Split('\n').SelectMany(l => NumberedName().Match(l.Trim()) is { Success: true } m ? [m.Groups["name"].Value] : Between().Split(Label().Replace(Brackets().Replace(l, ""), ""))).Where(IsName).Select(Named).Distinct()];

    /// <summary>A personal name, perhaps with a word on whether they come.</summary>
    private static bool IsName(string word) => RollCallWords.IsPersonal(Named(word));

    private static string Named(string word) => Coming().Replace(word.Replace(" ", "", StringComparison.Ordinal), "");

    private static Guess? NoticeOf(string text)
    {
        if (text.Length > LongestNotice || text.Count(c => c is '\t') > MostTabs || Day().Match(text) is not { Success: true } day) return null;
        var kind = KindName().Match(text);
        var (place, calls) = (Place().Match(text), Calls().Match(text));
        if (!(kind.Success && (place.Success || calls.Success)) && !(place.Success && calls.Success)) return null;
        List<string> seen = [$"日期（{day.Value.Trim()}）"];
        if (kind.Success) seen.Insert(0, $"会议（{kind.Value}）");
        if (place.Success) seen.Add("地点");
        if (calls.Success && seen.Count < 3) seen.Add($"“{calls.Value}”");
        return new(PasteTarget.Notice, $"写了{string.Join('、', seen)}");
    }

    private static Guess? PlanOf(string text, List<string> lines)
    {
        var sections = lines.Count(l => Section().IsMatch(l));
        List<string> words = [.. PlanWords().Matches(text).Select(m => m.Value).Distinct().Take(3)];
        if (sections >= 2 && words.Count > 0) return new(PasteTarget.Plan, $"有 {sections} 个层次序号，提到“{string.Join("”“", words)}”");
        if (text.Length >= ShortestSpeech && Speech().Match(text) is { Success: true } opening) return new(PasteTarget.Plan, $"称呼是“{opening.Value}”，共 {text.Length} 字，像讲话");
        return null;
    }

    private static string Joined(List<string> columns) => string.Join('、', columns.Take(4)) + (columns.Count > 4 ? "等" : "");

    private static string Short(string line) => line.Length <= 12 ? line : line[..12] + "…";

    [GeneratedRegex(@"^[#＃]?\s*(?:\d{1,3}\s*[.、．)）:：]?|[①-⑳])\s*(?<name>[\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")]
    private static partial Regex NumberedName();

    [GeneratedRegex(@"[、,，;；\s/]+|和")]
    private static partial Regex Between();

    [GeneratedRegex(@"^[^:：]{1,10}[:：]")]
    private static partial Regex Label();

    [GeneratedRegex(@"[(（][^)）]*[)）]")]
    private static partial Regex Brackets();

    [GeneratedRegex("(?:参加|到|请假|已到|收到|报名|能到|出席|缺席)$")]
    private static partial Regex Coming();

    [GeneratedRegex(@"(?:20\d\d\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*[日号]|(?:本|下|这)?(?:周|星期)[一二三四五六日天]|今天|明天|后天|今晚|明晚")]
    private static partial Regex Day();

    [GeneratedRegex("党员大会|支委会|支部委员会|党小组会|党课|主题党日|组织生活会|民主评议|民主生活会|中心组学习|党组会|述职评议|集中培训|座谈会|工作会议?|碰头会|例会")]
    private static partial Regex KindName();

    [GeneratedRegex("(?:会议|集合|活动)?地点|会议室|会场")]
    private static partial Regex Place();

    [GeneratedRegex("召开|定于|举行|开展|准时(?:参加|参会|到会|出席)|请.{0,12}(?:参加|出席|到会|参会)|会议通知|开会")]
    private static partial Regex Calls();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章条部])")]
    private static partial Regex Section();

    [GeneratedRegex("实施方案|工作方案|行动方案|工作要点|工作计划|责任单位|牵头单位|牵头科室|完成时限|时间安排|重点任务|主要任务|工作目标|总体要求|指导思想|保障措施|组织领导|同志们")]
    private static partial Regex PlanWords();

    [GeneratedRegex("同志们|各位(?:领导|同志|代表|同事)")]
    private static partial Regex Speech();
}
