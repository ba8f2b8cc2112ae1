using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.People.Accounts.Invitations;

[Needs(PeopleCapability.OpenAccounts)]
public sealed class InvitePeoplePage(InvitePeople invite, HouseAddress address) : FormPage<InvitePeople.Form>
{
    [FromQuery] public string? Name { get; set; }
    public InvitePeople.View Found { get; private set; } = null!;

    /// <summary>The slips just made; empty at any other time.</summary>
    public IReadOnlyList<InvitePeople.Slip> Slips { get; private set; } = [];

    /// <summary>Where a slip is to be used.</summary>
    public string Address { get; private set; } = "";

    public static IEnumerable<SelectListItem> Boxes(IEnumerable<InvitePeople.Choice> choices) =>
        choices.Select(c => new SelectListItem(c.Unit.Length > 0 ? $"{c.Name} · {c.Unit}" : c.Name, $"{c.Id}"));

    protected override async Task Open(CancellationToken ct) => (Found, Address) = (await invite.Open(Name, ct), $"{await address.Of(Request, ct)}/invitation");

    public void OnGet() { }

    /// <summary>The slips stand in the answer itself: their codes are kept nowhere, not even on the way to another page.</summary>
    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => invite.Handle(Form, Name, ct), slips =>
    {
        Slips = slips;
        return Page();
    });
}
