using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Agenda.Calendar.Feeds;

[Needs(AgendaCapability.View)]
public sealed class MakeFeedPage(MakeFeed make) : FormPage<MakeFeed.Form>
{
    public MakeFeed.View Found { get; private set; } = null!;
    public IEnumerable<SelectListItem> Units => Found.Units.Select(u => new SelectListItem(u.Name, u.Id.ToString()));

    /// <summary>The address just made; null at any other time.</summary>
    public string? Address { get; private set; }

    protected override async Task Open(CancellationToken ct) => Found = await make.Open(ct);

    public void OnGet() => Address = TempData["Secret"] is string secret ? $"{Request.Scheme}://{Request.Host}/feeds/{secret}.ics" : null;

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => make.Handle(Form, ct), secret =>
    {
        TempData["Secret"] = secret;
        return Saved("/calendar/feeds", "已生成订阅地址");
    });
}
