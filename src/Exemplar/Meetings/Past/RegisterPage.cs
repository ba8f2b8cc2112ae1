using System.Text.RegularExpressions;
using Exemplar.Organization;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Past;

/// <summary>A page on which registers are looked at before they are imported: one, or several together.</summary>
public abstract partial class RegisterPage(MeetingKinds kinds) : FormPage<ImportRegister.Form>
{
    public const int MostAsked = 50;   // a form has a limited number of fields
    public const int MostShown = 200;
    public const int FewestFolded = 4;

    public IReadOnlyList<PastPlan> Plans { get; private set; } = [];

    /// <summary>Which file each of them is of.</summary>
    public abstract IEnumerable<(Guid Id, string FileName, PastPlan Plan)> Files { get; }

    /// <summary>Of these plans; null while there are none.</summary>
    public AskedOnce Asked { get; private set; } = null!;

    /// <summary>Once more where something was refused: then they are as they have become.</summary>
    protected void Look(IReadOnlyList<PastPlan> plans) => (Plans, Asked) = (plans, plans.Count > 0 ? AskedOnce.Of(plans) : null!);

    public IEnumerable<SelectListItem> KindChoices(string? chosen) => kinds.All.Where(k => !k.IsConfirmation).Select(k => new SelectListItem(k.Name, k.Key, k.Key == chosen));

    public IEnumerable<SelectListItem> KindsOfWord => KindChoices(null).Append(new("不是要登记的组织生活，不导入", KindWords.None));

    /// <param name="branch">Whose Party groups are offered alone.</param>
    public IEnumerable<SelectListItem> UnitChoices(Guid? chosen, Unit? branch = null) =>
        Asked.Offered.Where(u => u.DissolvedOn is null && (branch is null || (u.ParentId == branch.Id && u.Kind is UnitKind.PartyGroup))).Select(u => new SelectListItem(NameOf(u), u.Id.ToString(), u.Id == chosen));

    /// <summary>Every branch has a 第一党小组.</summary>
    public string NameOf(Unit unit) => unit.NameAmong(Asked.Offered);

    public int Count(PastState state) => Plans.Sum(p => p.Count(state));

    /// <summary>But for groups that one press above sets up, of a branch that has none which might be meant instead.</summary>
    public IEnumerable<UnknownWord> AskedUnits => Asked.Units.Where(w => w.Branch is not { } branch || UnitChoices(null, branch).Any() || Asked.Missing.All(m => m.Branch.Id != branch.Id) || !Asked.MayChange.Contains(branch.Id)).Take(MostAsked);

    /// <summary>Something is to be chosen that nothing is proposed for.</summary>
    public bool IsOpen => Asked.Kinds.Count > 0 || AskedUnits.Any(w => w.Nearest is null) || Asked.Unsaid.Any(u => u.Said is null);

    /// <summary>Doubtful rows that are clear as soon as what is asked above them is.</summary>
    public static bool IsAskedAbove(PastPlan plan, PlannedMeeting meeting) => !meeting.AsksDay
        && (meeting.Kind is not null || plan.Kinds.Any(k => k.Word == meeting.Line.KindWords)) && (IsUnitAsked(plan, meeting) ?? meeting.Kind is null);

    /// <summary>Null where the unit is known.</summary>
    private static bool? IsUnitAsked(PastPlan plan, PlannedMeeting meeting) => (meeting.Unit, meeting.AskedUnit.Length) switch
    {
        (null, 0) => plan.Unsaid is { IsByRow: false } && meeting.Line.Filled is null,
        (not null, 0) => null,
        (not null, _) when meeting.Line.Group.Length == 0 => false,   // which group, where none is named, may differ from row to row
        _ => plan.Units.Any(u => u.Word == meeting.AskedUnit),
    };

    /// <summary>Sentences that differ in numbers and quoted words alone, together, in the order of the first.</summary>
    public static IEnumerable<IReadOnlyList<(string Place, string Sentence)>> Folded(IEnumerable<(string Place, string Sentence)> said) =>
        said.GroupBy(s => Particulars().Replace(s.Sentence, "")).Select(same => same.ToList());

    [GeneratedRegex("\\d+|“[^”]*”|（[^）]*）")]
    private static partial Regex Particulars();
}
