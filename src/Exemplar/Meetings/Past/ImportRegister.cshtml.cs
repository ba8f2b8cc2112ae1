using Exemplar.Organization;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Past;

[Needs(MeetingsCapability.Record)]
public sealed class ImportRegisterPage(ImportRegister import, MeetingKinds kinds) : FormPage<ImportRegister.Form>
{
    public const int MostAsked = 50;   // a form has a limited number of fields
    public const int MostShown = 200;

    [FromRoute] public Guid FileId { get; set; }
    public ImportRegister.View Shown { get; private set; } = null!;
    public PastPlan Plan => Shown.Plan!;

    /// <summary>By unit in organization order; those of no known unit last.</summary>
    public IEnumerable<IGrouping<Guid?, PlannedMeeting>> ByUnit => Plan.Meetings.Where(m => m.State is PastState.Ready or PastState.Known).OrderBy(m => m.Unit!.Order, StringComparer.Ordinal).ThenBy(m => m.Days!.Value.First).GroupBy(m => m.Unit?.Id);

    public IEnumerable<SelectListItem> KindChoices(string? chosen) => kinds.All.Where(k => !k.IsConfirmation).Select(k => new SelectListItem(k.Name, k.Key, k.Key == chosen));

    public IEnumerable<SelectListItem> UnitChoices(Guid? chosen) => Plan.Offered.Where(u => u.DissolvedOn is null).Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id == chosen));

    protected override Task Open(CancellationToken ct) => import.Open(FileId, ct);

    public async Task OnGet(CancellationToken ct) => Shown = await import.Preview(FileId, ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Form.Choice is ImportRegister.Choice.GiveUp)
            return await Save(() => import.GiveUp(FileId, ct), _ => Saved("/meetings/past", "已取消，这份文件的内容没有保留。"));
        var answer = Form.Choice is ImportRegister.Choice.Recheck || Form.Says
            ? await Save(() => import.Say(FileId, Form.Answers, ct), _ => Saved($"/meetings/past/{FileId}", "已按您选的重新核对"))   // what was said changes the plan: it is shown before it is carried out
            : await Save(() => import.Handle(FileId, Form.Shown ?? "", Form.SetBack, ct), done => Saved("/meetings", $"已导入：{done.InWords}"));
        if (answer is PageResult) Shown = await import.Preview(FileId, ct);   // refused: what it is now
        return answer;
    }
}
