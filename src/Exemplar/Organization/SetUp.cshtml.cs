using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Organization;

public sealed class SetUpPage(SetUp setUp) : FormPage<SetUp.Form>
{
    private bool isDone;

    /// <summary>What was filled in there stays in view.</summary>
    public bool OpensAlone => Form.Alone || !ModelState.IsValid;

    protected override async Task Open(CancellationToken ct) => isDone = await setUp.IsDone(ct);

    public IActionResult OnGet() => isDone ? LocalRedirect("/sign-in") : Page();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (isDone) return LocalRedirect("/sign-in");
        foreach (var (field, message) in await setUp.RefusePasswords(Form)) ModelState.AddModelError($"{nameof(Form)}.{field}", message);
        return await Save(() => setUp.Handle(Form, ct), _ => Form.Alone
            ? Saved("/first-hour", $"设置完成，已用您自己的账号“{Form.OwnUserName!.Trim()}”进入。管理员账号“{Form.UserName.Trim()}”要开账号时再用。")
            : Saved("/units", "设置完成。接着设立科室和支部，再为各岗位开立账号。"));
    }
}
