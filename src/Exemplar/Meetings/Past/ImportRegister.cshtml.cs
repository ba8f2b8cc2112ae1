using System.Text.RegularExpressions;
using Exemplar.Organization;
using Exemplar.Platform.Jobs;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Past;

[Needs(MeetingsCapability.Record)]
public sealed partial class ImportRegisterPage(ImportRegister import, MeetingKinds kinds, LongWorks works) : FormPage<ImportRegister.Form>
{
    public const int MostAsked = 50;   // a form has a limited number of fields
    public const int MostShown = 200;
    public const int FewestFolded = 4;

    [FromRoute] public Guid FileId { get; set; }
    public ImportRegister.View Shown { get; private set; } = null!;
    public PastPlan Plan => Shown.Plan!;

    /// <summary>Another window is taking this file over just now.</summary>
    public bool IsUnderWay => works.Find(FileId) is not null;

    /// <summary>By unit in organization order; those of no known unit last.</summary>
    public IEnumerable<IGrouping<Guid?, PlannedMeeting>> ByUnit => Plan.Meetings.Where(m => m.State is PastState.Ready or PastState.Known).OrderBy(m => m.Unit!.Order, StringComparer.Ordinal).ThenBy(m => m.Days!.Value.First).GroupBy(m => m.Unit?.Id);

    public IEnumerable<SelectListItem> KindChoices(string? chosen) => kinds.All.Where(k => !k.IsConfirmation).Select(k => new SelectListItem(k.Name, k.Key, k.Key == chosen));

    public IEnumerable<SelectListItem> KindsOfWord => KindChoices(null).Append(new("不是要登记的组织生活，不导入", KindWords.None));

    /// <param name="branch">Whose Party groups are offered alone.</param>
    public IEnumerable<SelectListItem> UnitChoices(Guid? chosen, Unit? branch = null) =>
        Plan.Offered.Where(u => u.DissolvedOn is null && (branch is null || (u.ParentId == branch.Id && u.Kind is UnitKind.PartyGroup))).Select(u => new SelectListItem(NameOf(u), u.Id.ToString(), u.Id == chosen));

    /// <summary>Every branch has a 第一党小组.</summary>
    public string NameOf(Unit unit) => unit.NameAmong(Plan.Offered);

    /// <summary>Doubtful rows that are clear as soon as the words above them are.</summary>
    public bool IsAskedAbove(PlannedMeeting meeting) => !meeting.AsksDay && (meeting.Unit is null || meeting.AskedUnit.Length == 0 || meeting.Line.Group.Length > 0)   // which group, where none is named, may differ from row to row
        && (meeting.Kind is not null || Plan.Kinds.Any(k => k.Word == meeting.Line.KindWords)) && (meeting.AskedUnit.Length > 0 ? Plan.Units.Any(u => u.Word == meeting.AskedUnit) : meeting.Unit is not null)
        && (meeting.Kind is null || meeting.AskedUnit.Length > 0);

    /// <summary>Sentences that differ in numbers and quoted words alone, together, in the order of the first.</summary>
    public static IEnumerable<IReadOnlyList<(string Place, string Sentence)>> Folded(IEnumerable<(string Place, string Sentence)> said) =>
        said.GroupBy(s => Particulars().Replace(s.Sentence, "")).Select(same => same.ToList());

    [GeneratedRegex("\\d+|“[^”]*”|（[^）]*）")]
    private static partial Regex Particulars();

    /// <summary>What was handed in together with this file and waits for its turn.</summary>
    public IReadOnlyList<ImportRegister.Waiting> Next { get; private set; } = [];

    /// <summary>To the next file that was handed in together with this one.</summary>
    private IActionResult GoOn(string otherwise, string receipt) =>
        Next is [var one, ..] ? Saved($"/meetings/past/{one.Id}", $"{receipt}。接着核对《{one.FileName}》{(Next.Count > 1 ? $"，后面还有 {Next.Count - 1} 份" : "")}") : Saved(otherwise, receipt);

    protected override Task Open(CancellationToken ct) => import.Open(FileId, ct);

    /// <summary>What was chosen on the page beside it is kept.</summary>
    private async Task<IActionResult> SetUp(SetUpGroups groups, CancellationToken ct)
    {
        var answer = await import.Say(FileId, Form.Answers, ct) is { Refusal: { } refusal }
            ? await Save(() => Task.FromResult<Result<int>>(refusal), _ => Page())
            : await Save(() => groups.Handle(FileId, Form.GroupsOf, ct), founded => Saved($"/meetings/past/{FileId}", founded.Count > 0 ? $"已设立：{string.Join('、', founded)}" : "已经设立了"));
        if (answer is PageResult) Shown = await import.Preview(FileId, ct);
        return answer;
    }

    public async Task OnGet(CancellationToken ct) => (Shown, Next) = (await import.Preview(FileId, ct), await import.After(FileId, ct));

    public async Task<IActionResult> OnPost([FromServices] SetUpGroups groups, CancellationToken ct)
    {
        Next = await import.After(FileId, ct);
        if (Form.Choice is ImportRegister.Choice.Groups) return await SetUp(groups, ct);
        if (Form.Choice is ImportRegister.Choice.GiveUp)
            return await Save(() => import.GiveUp(FileId, ct), _ => GoOn("/meetings/past", "已取消，这份文件的内容没有保留"));
        var behind = Next.Count == 0 ? await import.StillUnsettled(FileId, ct) : "";
        var answer = Form.Choice is ImportRegister.Choice.Recheck || await import.SaysMore(FileId, Form.Answers, ct)
            ? await Save(() => import.Say(FileId, Form.Answers, ct), _ => Saved($"/meetings/past/{FileId}", "已按您选的重新核对，看过再确认"))   // what was said changes the plan: it is shown before it is carried out
            : await Save(() => import.Handle(FileId, Form.Shown ?? "", Form.SetBack, ct), done => GoOn("/meetings", $"已导入：{done.InWords}{behind}"));
        if (answer is PageResult) Shown = await import.Preview(FileId, ct);   // refused: what it is now
        return answer;
    }
}
