using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Factors;

public sealed class EnterCodePage(EnterCode enter) : FormPage<EnterCode.Form>
{
    private bool isHalfIn;

    [FromQuery] public string? Next { get; set; }

    protected override async Task Open(CancellationToken ct) => isHalfIn = await enter.IsHalfIn();

    public IActionResult OnGet() => isHalfIn ? Page() : ToTheDoor();

    public async Task<IActionResult> OnPost(CancellationToken ct) => isHalfIn
        ? await Save(() => enter.Handle(Form, ct), account => LocalRedirect(WayIn.To(account, Next, Url)))
        : ToTheDoor();

    private LocalRedirectResult ToTheDoor() => LocalRedirect($"/sign-in{QueryString.Create("next", Next ?? "/")}");
}
