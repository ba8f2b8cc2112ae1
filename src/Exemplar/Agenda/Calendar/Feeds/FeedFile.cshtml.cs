using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Exemplar.Agenda.Calendar.Feeds;

/// <summary>Open to everybody who knows the address: calendar programs do not sign in.</summary>
public sealed class FeedFilePage(FeedFile feed) : PageModel
{
    [FromRoute] public string Secret { get; set; } = "";

    public async Task<IActionResult> OnGet(CancellationToken ct) => File(Encoding.UTF8.GetBytes(await feed.Show(Secret, ct)), "text/calendar; charset=utf-8", "exemplar.ics");
}
