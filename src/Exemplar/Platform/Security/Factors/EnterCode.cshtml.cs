using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Factors;

public sealed class EnterCodePage(EnterCode enter) : FormPage<EnterCode.Form>
{
    private bool isHalfIn;

    [FromQuery] public string? Next { get; set; }

    protected override async Task Open(CancellationToken ct) => isHalfIn = await enter.IsHalfIn();

    public IActionResult OnGet() => isHalfIn ? Page() : ToTheDoor();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (!isHalfIn) return ToTheDoor();
        var answer = await Save(() => enter.Handle(Form, ct), account => LocalRedirect(WayIn.To(account, Next, Url)));
        if (ModelState[$"{nameof(Form)}.{nameof(Form.Code)}"] is { } typed) typed.RawValue = typed.AttemptedValue = null;   // a wrong code is of no use any more
        Form.Code = "";
        return answer;
    }

    private LocalRedirectResult ToTheDoor() => LocalRedirect($"/sign-in{QueryString.Create("next", Next ?? "/")}");
}
