using Exemplar.Platform.Security.Passkeys;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Platform.Security.Factors;

public sealed class EnterCodePage(EnterCode enter) : FormPage<EnterCode.Form>
{
    private EnterCode.Ways? ways;

    [FromQuery] public string? Next { get; set; }

    public bool HasCodes => ways is { HasCodes: true };
    public bool HasRecovery => ways is { HasRecovery: true };
    public bool HasPasskey => Request.TakesPasskeys() && ways is not null && ways.PasskeyHosts.Contains(Request.Host.Host);

    protected override async Task Open(CancellationToken ct) => ways = await enter.Find(ct);

    public IActionResult OnGet() => ways is not null ? Page() : ToTheDoor();

    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        if (ways is null) return ToTheDoor();
        var answer = await Save(() => enter.Handle(Form, ct), account => LocalRedirect(WayIn.To(account, Next, Url)));
        if (ModelState[$"{nameof(Form)}.{nameof(Form.Code)}"] is { } typed) typed.RawValue = typed.AttemptedValue = null;   // a wrong code is of no use any more
        Form.Code = "";
        return answer;
    }

    private LocalRedirectResult ToTheDoor() => LocalRedirect($"/sign-in{QueryString.Create("next", Next ?? "/")}");
}
