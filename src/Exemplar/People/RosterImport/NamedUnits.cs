using System.Text.RegularExpressions;
using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>Units found by what an office's own sheets call them: 第一支部, 一支部 and 中共第一党支部 are the 第一党支部.</summary>
internal sealed partial class NamedUnits
{
    private const string Numerals = "0123456789一二三四五六七八九十";
    private const int ShortestInFile = 3;
    private static readonly string[] Bodies = ["支部", "总支", "小组"];

    private readonly Dictionary<Guid, Unit> byId;
    private readonly List<(string Key, Unit Unit)> keys;
    private readonly Dictionary<string, Unit?> found = [];
    private readonly Func<string, Guid?> meant;

    /// <param name="meant">The unit that somebody said is meant by the words; null when nobody did.</param>
    public NamedUnits(IReadOnlyList<Unit> units, Func<string, Guid?> meant)
    {
        (All, this.meant) = (units, meant);
        byId = units.ToDictionary(u => u.Id);
        keys = [.. units.Select(u => (KeyOf(u.Name), u)).OrderByDescending(k => k.Item1.Length)];
    }

    /// <summary>In organization order.</summary>
    public IReadOnlyList<Unit> All { get; }

    public Unit? Of(Guid? id) => id is { } known ? byId.GetValueOrDefault(known) : null;

    /// <summary>Null when no unit is called so, or several are.</summary>
    public Unit? Called(string name)
    {
        if (name.Length == 0) return null;
        if (!found.TryGetValue(name, out var unit)) found.Add(name, unit = Find(name));
        return unit;
    }

    /// <summary>The only Party group of a branch; null when it has none or several.</summary>
    public Unit? OnlyGroupOf(Unit branch) => GroupsOf(branch).Take(2).ToList() is [var only] ? only : null;

    public IEnumerable<Unit> GroupsOf(Unit branch) => All.Where(u => u.ParentId == branch.Id && u.Kind is UnitKind.PartyGroup);

    /// <summary>The unit that somebody said is meant by exactly these words.</summary>
    public Unit? Meant(string words) => Of(meant(words));

    /// <summary>
    /// The only branch whose whole name stands in that of a file, even without 支部: 水文信息中心2026（整理）.xlsx. Not 第一 or 机关, which
    /// are no names, nor a committee, whose files are mostly about its branches.
    /// </summary>
    public Unit? NamedInFile(string file)
    {
        var text = string.Concat(HalfWidth.Of(file).Where(c => !char.IsWhiteSpace(c)));
        if (text.Contains('各')) return null;
        var named = All.Where(u => u is { Kind: UnitKind.Branch or UnitKind.GeneralBranch, DissolvedOn: null }).Select(u => (Unit: u, Name: UnitName.Of(u.Name))).Where(n => n.Name.Core.Length >= ShortestInFile)
            .Select(n => (n.Unit, Name: Body().Replace(RosterUnits.Key(n.Unit.Name), ""))).Where(n => StandsIn(n.Name, text)).ToList();
        return named.Where(n => !named.Exists(other => other.Name.Length > n.Name.Length && other.Name.Contains(n.Name, StringComparison.Ordinal))).Take(2).ToList() is [var only] ? only.Unit : null;
    }

    /// <summary>A short one not within another: the 办公室 of 市政府办公室2026.xlsx is the office itself.</summary>
    private static bool StandsIn(string name, string text) => text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at
        && (name.Length > ShortestInFile || at == 0 || text[at - 1] is < '\u4e00' or > '\u9fff' or '年' or '月' or '度' or '局');

    private Unit? Find(string name)
    {
        if (Meant(name) is { } said) return said;
        var key = KeyOf(name);
        if (Only(keys.Where(k => k.Key == key)) is { } same) return same;
        if (keys.Exists(k => k.Key == key)) return null;

        if (name.EndsWith("机关委员会", StringComparison.Ordinal)) return All.Where(u => u is { Kind: UnitKind.Committee, DissolvedOn: null }).Take(2).ToList() is [var committee] ? committee : null;   // 中共某市某局机关委员会 is its 机关党委

        // 某市政府办公室综合科支部 ends in 综合科支部; 第十二支部 does not end in 二支部, nor 离退休支部 in a unit called 支部.
        return Only(keys.Where(k => k.Key.Length >= 3 && !Bodies.Contains(k.Key) && key.Length > k.Key.Length && key.EndsWith(k.Key, StringComparison.Ordinal) && !Numerals.Contains(key[^(k.Key.Length + 1)]) && !IsRenamed(key, k.Key)));
    }

    /// <summary>机关二支部 is perhaps 第二支部 and perhaps a branch of its own: a number alone tells only within one naming.</summary>
    private static bool IsRenamed(string key, string tail) => Numerals.Contains(tail[0]) && key[^(tail.Length + 1)] != '第';

    private static Unit? Only(IEnumerable<(string Key, Unit Unit)> matches) => matches.Take(2).ToList() is [var only] ? only.Unit : null;

    /// <summary>第一党支部, 一支部 and 中共第一支部 are the same.</summary>
    public static string KeyOf(string name)
    {
        var key = RosterUnits.Key(name).Replace("党小组", "小组", StringComparison.Ordinal);
        return key.Length > 1 && key[0] == '第' ? key[1..] : key;
    }

    /// <summary>The branch or Party group that a title names: 机关第一党支部 of 机关第一党支部2025年会议记录; not 各支部.</summary>
    public static string? In(string title)
    {
        var plain = RosterHeadings.Plain(SectionNumber().Replace(title, ""));
        return UnitWritten().Matches(plain).Select(unit => unit.Value).FirstOrDefault(name => !Nobody().IsMatch(name));
    }

    [GeneratedRegex("党?(?:支部|总支)$")]
    private static partial Regex Body();

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]+|\d+)[、.．]\s*")]
    private static partial Regex SectionNumber();

    [GeneratedRegex("[\u4e00-\u9fff]{0,30}?(?:党支部|支部|党总支|(?<=第[一二三四五六七八九十]{1,3})党?小组)")]
    private static partial Regex UnitWritten();

    [GeneratedRegex("^(?:[年度月份]*)(?:各|本|全|机关各|全体|所属)*党?(?:支部|总支|小组)$|(?:各|全体|所属)(?:基层|机关)?党?(?:支部|总支|小组)$")]
    private static partial Regex Nobody();
}
