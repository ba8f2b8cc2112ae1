using System.Globalization;
using System.Text.RegularExpressions;
using Exemplar.Documents;

namespace Exemplar.People.RosterImport;

/// <summary>A unit's name by its parts: 综合行政执法支队第二党支部 is a branch, the second, of 综合行政执法支队.</summary>
/// <param name="Whole">All of it, with its numbers written in one way.</param>
/// <param name="Core">What is left without the kind of the body, the office, 机关 and the numbers.</param>
/// <param name="Ordinals">2 for 第二, 二 and 第2: what tells two branches of one body apart.</param>
internal sealed partial record UnitName(string Whole, string Core, string Ordinals)
{
    private const string Retired = "离退休";
    private static readonly string[] Tails = ["办公室", "科", "处", "室", "股", "办", "部"];

    /// <summary>离退休干部党支部 and 老干支部; not that of the section which looks after the retired.</summary>
    public bool IsOfRetired { get; private init; }

    /// <summary>机关一支部, which is none of the retired or of a subordinate body.</summary>
    public bool IsOfOrgan { get; private init; }

    private bool IsBranch { get; init; }

    public bool IsNumberAlone => Core.Length == 0 && Ordinals.Length > 0;

    /// <summary>Without what sections of one office are called by turns: 综合 of 综合办 and 综合科.</summary>
    public string Stem => Array.Find(Tails, t => Core.Length > t.Length && Core.EndsWith(t, StringComparison.Ordinal)) is { } tail ? Core[..^tail.Length] : Core;

    public static UnitName Of(string name)
    {
        var key = RosterUnits.Key(name);
        List<int> numbers = [.. Number().Matches(key).Select(NumberIn)];
        var core = Office().Replace(Number().Replace(Body().Replace(key, ""), ""), "");
        if (numbers.Count > 0) core = OfficeAlone().Replace(core, "");
        core = OfRetired().Replace(core, Retired);
        return new(Number().Replace(key, n => NumberIn(n).ToString(CultureInfo.InvariantCulture)), core, string.Join(' ', numbers))
        {
            IsOfRetired = core is Retired || RetiredBeside().IsMatch(name),
            IsOfOrgan = key.Contains("机关", StringComparison.Ordinal),
            IsBranch = Body().IsMatch(key),
        };
    }

    /// <summary>第一支部 is not 第二支部, a 机关纪委 no 机关党委, that of the retired no other, a branch no committee and no Party group, whatever else they share.</summary>
    public bool MayBe(UnitName unit) =>
        Ordinals == unit.Ordinals && (IsOfRetired == unit.IsOfRetired || IsNumberAlone) && (unit.IsBranch || !IsBranch) && Whole.Contains('纪') == unit.Whole.Contains('纪') && Whole.EndsWith('组') == unit.Whole.EndsWith('组');

    private static int NumberIn(Match number) => ChineseNumber.Parse(number.Groups["n"].ValueSpan);

    [GeneratedRegex("第?(?<n>\\d{1,2}|(?<!统)[一二三四五六七八九十]{1,3})")]
    private static partial Regex Number();

    // As it is typed, too: 第二支部党部, 第二党支部会.
    [GeneratedRegex("(?:党?支部|党?总支部?)(?:党部|会)?")]
    private static partial Regex Body();

    [GeneratedRegex("^.*局(?=.)|机关|[市县区]直")]
    private static partial Regex Office();

    [GeneratedRegex("^(?:.*局|[市县区])$")]
    private static partial Regex OfficeAlone();

    [GeneratedRegex("(?:离退休|退离休|老干部?|老同志|退休|离休)(?:干部|党员|人员|老同志)*")]
    private static partial Regex OfRetired();

    [GeneratedRegex("[(（](?:离退休|老干部|退休)")]
    private static partial Regex RetiredBeside();
}
