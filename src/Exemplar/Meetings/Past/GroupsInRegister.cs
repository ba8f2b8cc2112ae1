using System.Text.RegularExpressions;
using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Party groups that a register names and that are not on record: they can be set up together.</summary>
/// <param name="Names">Each once: 第一党小组 and the other numbers in their order, then those of names of their own.</param>
public sealed record MissingGroups(Unit Branch, IReadOnlyList<string> Names)
{
    internal static IReadOnlyList<string> Ordered(IEnumerable<string> names) => [.. names.Distinct().OrderBy(n => GroupWords.NumberOf(n) ?? int.MaxValue).ThenBy(n => n, StringComparer.Ordinal)];
}

/// <summary>Which Party groups of which branch a register speaks of.</summary>
internal sealed partial class GroupsInRegister(NamedUnits units)
{
    private readonly Dictionary<Guid, HashSet<string>> named = [];
    private readonly Dictionary<Guid, (Unit Branch, HashSet<string> Names)> missing = [];

    /// <summary>In organization order.</summary>
    public IReadOnlyList<MissingGroups> Missing => [.. missing.Values.OrderBy(m => m.Branch.Order, StringComparer.Ordinal).Select(m => new MissingGroups(m.Branch, MissingGroups.Ordered(m.Names)))];

    /// <summary>The words that are asked about once for all their rows.</summary>
    public static string WordOf(Unit branch, string group) => $"{branch.Name}{(group.Length > 0 ? $"的{group}" : NoGroup)}";

    private const string NoGroup = "的党小组会，没有写是哪个小组";

    /// <summary>Such an answer is for this file alone: another that names no group may mean another.</summary>
    public static bool NamesNone(string word) => word.EndsWith(NoGroup, StringComparison.Ordinal);

    /// <summary>What was said of one row that names a group holds for all that name it alike, unless something else was said of another of them.</summary>
    public static IReadOnlyDictionary<string, Guid> Said(IEnumerable<PastLine> lines, PastAnswers answers, NamedUnits units)
    {
        if (answers.Rows.Count == 0) return new Dictionary<string, Guid>();
        var said = from line in lines
                   where line.Group.Length > 0
                   let unit = units.Of(answers.Rows.GetValueOrDefault(line.Key)?.Unit)
                   where unit is { Kind: UnitKind.PartyGroup }
                   let branch = units.Of(unit.ParentId)
                   where branch is not null
                   select (Word: WordOf(branch, line.Group), unit.Id);
        return said.GroupBy(s => s.Word).Where(g => g.Select(s => s.Id).Distinct().Count() == 1).ToDictionary(g => g.Key, g => g.First().Id);
    }

    /// <summary>Every line, before any is placed.</summary>
    public void Note(PastLine line, Unit? branch)
    {
        if (branch is null || line.Group.Length == 0 || line.Kind is not (null or MeetingKind.Group)) return;
        if (!named.TryGetValue(branch.Id, out var words)) named.Add(branch.Id, words = []);
        words.Add(line.Group);
    }

    /// <summary>By its number, by its name, or as somebody said; without words the only one, as long as the register itself speaks of no other.</summary>
    public Unit? Of(Unit branch, string words)
    {
        if (words.Length > 0) return units.GroupsOf(branch).Where(g => GroupWords.AreSame(words, g.Name)).Take(2).ToList() is [var same] ? same : units.Meant(WordOf(branch, words));
        return units.OnlyGroupOf(branch) is { } only && named.GetValueOrDefault(branch.Id, []).All(w => GroupWords.AreSame(w, only.Name)) ? only : units.Meant(WordOf(branch, words));
    }

    public void Miss(Unit branch, string words)
    {
        if (words.Length == 0 || !MayBeName().IsMatch(words) || branch is not { Kind: UnitKind.Branch, DissolvedOn: null } || units.GroupsOf(branch).Any(g => GroupWords.AreSame(words, g.Name))) return;
        if (!missing.TryGetValue(branch.Id, out var entry)) missing.Add(branch.Id, entry = (branch, []));
        entry.Names.Add(GroupWords.NumberOf(words) is > 0 and var number ? GroupWords.NameOf(number) : GroupWords.FullName(words));
    }

    // 一中队, 监督一科党小组; not 全体, 各小组, 共3组
    [GeneratedRegex("^(?!各|全|共|所有|每|本)(?:[\u4e00-\u9fff]{2,12}|第?\\s*\\d{1,2}\\s*(?:党?小组|组))$")]
    private static partial Regex MayBeName();
}
