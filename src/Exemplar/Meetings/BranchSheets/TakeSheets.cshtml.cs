using Exemplar.Meetings.Past;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Meetings.BranchSheets;

[Needs(MeetingsCapability.Record)]
public sealed class TakeSheetsPage(TakeSheets sheets) : FormPage<TakeSheets.Form>
{
    public const int MostShown = 200;

    [FromRoute] public Guid FileId { get; set; }
    public TakeSheets.View Shown { get; private set; } = null!;

    protected override Task Open(CancellationToken ct) => sheets.Open(FileId, ct);

    public async Task OnGet(CancellationToken ct) => Shown = await sheets.Preview(FileId, ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Form.Choice is ImportRegister.Choice.GiveUp)
            return await Save(() => sheets.GiveUp(FileId, ct), _ => Saved("/meetings/sheets", "已取消，这些文件的内容没有保留。"));
        var answer = await Save(() => sheets.Handle(FileId, Form.Shown ?? "", ct), done => Saved($"/meetings/sheets/{FileId}", $"已计入：{done.InWords}"));
        if (answer is PageResult) Shown = await sheets.Preview(FileId, ct);   // refused: what it is now
        return answer;
    }
}
