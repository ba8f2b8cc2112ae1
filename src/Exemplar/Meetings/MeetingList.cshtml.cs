using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings;

[Needs(MeetingsCapability.View)]
public sealed class MeetingListPage(MeetingList list, MeetingKinds kinds) : SlicePage
{
    [FromQuery] public Guid? Unit { get; set; }
    [FromQuery] public string? Kind { get; set; }
    [FromQuery] public int? Year { get; set; }
    [FromQuery] public string? After { get; set; }
    public MeetingList.View Shown { get; private set; } = null!;

    public IEnumerable<SelectListItem> Units => Shown.Units.Select(u => new SelectListItem(u.Name, u.Id.ToString(), u.Id == Unit));
    public IEnumerable<SelectListItem> Kinds => kinds.All.Select(k => new SelectListItem(k.Name, k.Key, k.Key == Kind));
    public IEnumerable<SelectListItem> Years => Shown.Years.Select(y => new SelectListItem($"{y} 年", $"{y}", y == Year));

    public string NextAddress(string after) => $"/meetings{QueryString.Create(new Dictionary<string, string?> { ["Unit"] = Unit?.ToString(), ["Kind"] = Kind, ["Year"] = Year?.ToString(), ["After"] = after })}";

    protected override async Task Open(CancellationToken ct) => Shown = await list.Show(new(Unit, Kind, Year, After), ct);

    public void OnGet() { }
}
