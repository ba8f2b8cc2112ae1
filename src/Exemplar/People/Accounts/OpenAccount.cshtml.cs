using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People.Accounts;

[Needs(PeopleCapability.OpenAccounts)]
public sealed class OpenAccountPage(OpenAccount open) : FormPage<OpenAccount.Form>
{
    [FromQuery] public string? Name { get; set; }

    /// <summary>The person from whose page one came.</summary>
    [FromQuery] public Guid? Person { get; set; }
    public IReadOnlyList<PersonChoice> People { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => People = await open.Open(Name, ct);

    public void OnGet() => Form.Person = Person;

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(
        () => open.Handle(Form, ct),
        opened =>
        {
            TempData[AccountPageModel.CodeOnce(opened.Account.Id)] = opened.Code;
            return Saved($"/accounts/{opened.Account.Id}", $"已开立账号：{opened.Account.UserName}");
        });
}
