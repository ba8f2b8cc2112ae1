using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.People.RosterImport;

[Needs(PeopleCapability.Import)]
public sealed class ImportRosterPage(ImportRoster import, MatchUnits match, PointColumns point, GiveUpRoster giveUp, TimeProvider clock) : FormPage<ImportRoster.Form>
{
    private const string Returned = "/people/sheets/returned";
    public const int PageSize = 200;
    public const int MostFindings = 200;
    public const int MostPosts = 500;
    public const int MostUnits = 200;   // a form has a limited number of fields

    [FromRoute] public Guid FileId { get; set; }
    [FromQuery] public DateOnly AsOf { get; set; }
    [FromQuery] public Guid? Branch { get; set; }
    [FromQuery] public Guid? Department { get; set; }
    [FromQuery] public int From { get; set; }

    public ImportRoster.View Shown { get; private set; } = null!;
    public RosterPlan Plan => Shown.Plan!;
    public int First => Math.Clamp(From, 1, Math.Max(1, Plan.Lines.Count));
    public int Last => Math.Min(First + PageSize - 1, Plan.Lines.Count);
    public IEnumerable<PlannedLine> Lines => Plan.Lines.Skip(First - 1).Take(PageSize);

    private ImportOptions Options => new(AsOf, Branch, Department);

    protected override Task Open(CancellationToken ct)
    {
        if (AsOf == default || AsOf > clock.Today()) AsOf = clock.Today();
        return import.Open(FileId, ct);
    }

    public async Task OnGet(CancellationToken ct) => Shown = await import.Preview(FileId, Options, ct);

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        var isReturned = await import.IsReturned(FileId, ct);
        if (Form.Choice is ImportRoster.Choice.GiveUp)
            return await Save(() => giveUp.Handle(FileId, ct), _ => Saved(isReturned ? Returned : "/people/import", "已取消，这份文件的内容没有保留。"));
        if (!string.IsNullOrEmpty(Form.Forget)) return await Save(() => point.Forget(FileId, Form.Forget, ct), _ => Saved($"{Address(1)}#columns", "已忘掉上次的选择，按现在的重新读了"));
        if (Form.Columns.Count > 0 && (await point.Handle(FileId, Form.Columns, ct)).Refusal is { } unread) return await Refuse(unread, ct);
        var skips = Form.Choice is ImportRoster.Choice.Skip;
        var turns = Form.Choice is ImportRoster.Choice.Transfers;
        if (Form.Units.Count + Form.Posts.Count + Form.Same.Count > 0 || skips || turns) await match.Handle(FileId, Form.Units, Form.Posts, Form.Same, skips || Form.WithoutWrong, Form.WithoutTransfers != turns, ct);
        if (turns) return Saved($"{Address(1)}#transfers", Form.WithoutTransfers ? "转入的人从备注里的时间起算" : "转入的人也从名册日期起算");
        if (skips) return Saved(Address(1), "有错误的行先不导入，其余的重新核对过了");
        if (Form.Choice is ImportRoster.Choice.Columns) return Saved($"{Address(1)}#columns", "已按您选的列重新读");
        if (Form.Choice is ImportRoster.Choice.Match) return Saved($"{Address(1)}#{(Form.Same.Count > 0 ? "same" : Form.Units.Count > 0 ? "units" : "posts")}", Form.Posts.Count + Form.Same.Count > 0 ? "已按您选的重新核对" : "已按您选的单位重新核对");

        var answer = await Save(() => import.Handle(FileId, Options, Form.Shown, Form.Choice is not ImportRoster.Choice.People, ct), done => Saved(isReturned ? Returned : $"/people/imports/{done.Id}", $"已导入：{done.InWords}"));
        if (answer is PageResult) Shown = await import.Preview(FileId, Options, ct);   // refused: what it is now
        return answer;
    }

    private async Task<IActionResult> Refuse(Refusal refusal, CancellationToken ct)
    {
        Shown = await import.Preview(FileId, Options, ct);
        return await Save(() => Task.FromResult<Result<int>>(refusal), _ => Page());
    }

    public string Address(int from) => $"/people/import/{FileId}{Query(Options)}&from={from}";

    public static string Query(ImportOptions options)
    {
        var query = new QueryBuilder { { "asOf", options.AsOf.Iso() } };
        if (options.Branch is { } branch) query.Add("branch", branch.ToString());
        if (options.Department is { } department) query.Add("department", department.ToString());
        return query.ToQueryString().ToString();
    }
}
