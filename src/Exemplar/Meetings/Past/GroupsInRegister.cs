using Exemplar.Organization;
using Exemplar.People.RosterImport;

namespace Exemplar.Meetings.Past;

/// <summary>Party groups that a register names and that are not on record: they can be set up together.</summary>
/// <param name="Numbers">1 for 第一党小组; each once, in their order.</param>
public sealed record MissingGroups(Unit Branch, IReadOnlyCollection<int> Numbers)
{
    public IEnumerable<string> Names => Numbers.Select(GroupWords.NameOf);
}

/// <summary>Which Party groups of which branch a register speaks of.</summary>
internal sealed class GroupsInRegister(NamedUnits units)
{
    private readonly Dictionary<Guid, HashSet<string>> named = [];
    private readonly Dictionary<Guid, (Unit Branch, SortedSet<int> Numbers)> missing = [];

    /// <summary>In organization order.</summary>
    public IReadOnlyList<MissingGroups> Missing => [.. missing.Values.OrderBy(m => m.Branch.Order, StringComparer.Ordinal).Select(m => new MissingGroups(m.Branch, m.Numbers))];

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
        var number = GroupWords.NumberOf(words) ?? 0;
        if (number == 0 || branch is not { Kind: UnitKind.Branch, DissolvedOn: null } || units.GroupsOf(branch).Any(g => GroupWords.AreSame(words, g.Name))) return;
        if (!missing.TryGetValue(branch.Id, out var entry)) missing.Add(branch.Id, entry = (branch, []));
        entry.Numbers.Add(number);
    }
}
