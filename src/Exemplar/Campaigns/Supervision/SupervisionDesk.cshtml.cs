using Exemplar.Platform.Web;
using Exemplar.Tasks.Supervision;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class SupervisionDeskPage(SupervisionDesk desk) : SlicePage
{
    [FromQuery] public Guid? Campaign { get; set; }
    [FromQuery] public Guid? Stage { get; set; }
    [FromQuery] public DeskFilter Show { get; set; }
    [FromQuery] public Colour? Colour { get; set; }
    [FromQuery] public Guid? Unit { get; set; }
    [FromQuery] public string? After { get; set; }
    public SupervisionDesk.View Shown { get; private set; } = null!;

    public static IEnumerable<SelectListItem> Choices<T>(T? chosen) where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => new SelectListItem(v.Name(), v.ToString(), v.Equals(chosen)));

    public static IEnumerable<SelectListItem> Choices(IEnumerable<SupervisionDesk.Choice> all, Guid? chosen) =>
        all.Select(c => new SelectListItem(c.Name, c.Id.ToString(), c.Id == chosen));

    /// <summary>The same list with one thing changed.</summary>
    public string Address(string path = "/supervision", Guid? unit = null, Colour? colour = null, DeskFilter? show = null, string? after = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["Campaign"] = Campaign?.ToString(),
            ["Stage"] = Stage?.ToString(),
            ["Show"] = (show ?? Show).ToString(),
            ["Colour"] = (colour ?? Colour)?.ToString(),
            ["Unit"] = (unit ?? Unit)?.ToString(),
            ["After"] = after,
        };
        return path + QueryString.Create(query.Where(q => q.Value is not null));
    }

    protected override async Task Open(CancellationToken ct) => Shown = await desk.Show(new(Campaign, Stage, Show, Colour, Unit, After), ct);

    public void OnGet() { }
}
