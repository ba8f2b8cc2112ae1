using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.People.TermImport;

[Needs(PeopleCapability.Appoint)]
public sealed class ImportTermsPage(ImportTerms import) : FormPage<ImportTerms.Form>
{
    public const int MostAsked = 50;   // a form has a limited number of fields

    [FromRoute] public Guid FileId { get; set; }
    public ImportTerms.View Shown { get; private set; } = null!;
    public TermPlan Plan => Shown.Plan!;

    /// <summary>By unit in organization order, each unit's elections in theirs.</summary>
    public IEnumerable<IGrouping<Guid, PlannedTerm>> ByUnit => Plan.Terms.Where(t => t.State is TermState.Ready or TermState.Known).OrderBy(t => t.Unit!.Order, StringComparer.Ordinal).ThenBy(t => t.ElectedOn).GroupBy(t => t.Unit!.Id);

    /// <summary>What cannot be taken over as it is, and what is taken over by its month: a day may be said of both.</summary>
    public IEnumerable<PlannedTerm> Asked => Plan.Terms.Where(t => t.State is TermState.Doubtful).Concat(Plan.Ready.Where(t => t is { IsOnRecord: false, Line.ElectedOn: { HasDay: false } }));

    public IEnumerable<SelectListItem> UnitChoices(Guid? chosen = null) => Plan.Offered.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id == chosen));

    public static IEnumerable<SelectListItem> ColumnChoices(TermHeading heading) => TermHeading.Offered.Where(c => c != heading.Is).Select(c => new SelectListItem(c.Name(), c.ToString()));

    protected override Task Open(CancellationToken ct) => import.Open(FileId, ct);

    public async Task OnGet(CancellationToken ct) => Shown = await import.Preview(FileId, ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Form.Choice is ImportTerms.Choice.GiveUp)
            return await Save(() => import.GiveUp(FileId, ct), _ => Saved("/terms/import", "已取消，这份文件的内容没有保留；说过的列是什么，下一份照用。"));
        var answer = Form.Choice is ImportTerms.Choice.Recheck || await import.SaysMore(FileId, Form.Answers, ct)
            ? await Save(() => import.Say(FileId, Form.Answers, ct), _ => Saved($"/terms/import/{FileId}", "已按您填的重新核对"))   // what was said changes the plan: it is shown before it is carried out
            : await Save(() => import.Handle(FileId, Form.Answers, Form.Shown ?? "", ct), done => Saved("/terms", $"已导入：{done.InWords(done.Terms.Count)}"));
        if (answer is PageResult) Shown = await import.Preview(FileId, ct);   // refused: what it is now
        return answer;
    }
}
