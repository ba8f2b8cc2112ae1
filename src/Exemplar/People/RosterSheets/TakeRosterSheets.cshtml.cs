using Exemplar.People.RosterImport;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.People.RosterSheets;

[Needs(PeopleCapability.Import)]
public sealed class TakeRosterSheetsPage(TakeRosterSheets sheets) : FormPage<TakeRosterSheets.Form>
{
    public const int MostShown = 100;
    private const string Here = "/people/sheets/returned";

    public IReadOnlyList<TakeRosterSheets.Line> Lines { get; private set; } = [];
    public IReadOnlyList<ImportedRoster> Imports { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => (Lines, Imports) = await sheets.Open(ct);

    public void OnGet() { }

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (Form.GiveUpAll || Form.GiveUp is not null)
            return await Save(() => sheets.GiveUp(Form.GiveUpAll ? null : Form.GiveUp, ct), _ => Saved(Form.GiveUpAll ? "/people/sheets" : Here, "已取消，文件的内容没有保留。"));
        var answer = await Save(() => sheets.Handle(Form.Clear, ct), done => Saved(Here, done.InWords));
        if (answer is PageResult) await Open(ct);   // refused: what it is now
        return answer;
    }
}
