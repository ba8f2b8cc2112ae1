using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

public sealed class SetUpPage(SetUp setUp) : FormPage<SetUp.Form>
{
    private bool isDone;

    protected override async Task Open(CancellationToken ct) => isDone = await setUp.IsDone(ct);

    public IActionResult OnGet() => isDone ? LocalRedirect("/sign-in") : Page();

    public async Task<IActionResult> OnPost(CancellationToken ct) => isDone
        ? LocalRedirect("/sign-in")
        : await Save(() => setUp.Handle(Form, ct), _ => Saved("/units", "设置完成。接着设立科室和支部，再为各岗位开立账号。"));
}
