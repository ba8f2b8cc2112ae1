using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Agenda.Search;

[Needs(AgendaCapability.View)]
public sealed class SearchResultsPage(SearchResults results) : SlicePage
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery] public string? Area { get; set; }
    [FromQuery] public string? After { get; set; }
    public SearchResults.View Shown { get; private set; } = null!;

    public string Text => Q?.Trim() ?? "";

    public string AddressOf(string? area, string? after = null) =>
        $"/search{QueryString.Create(new Dictionary<string, string?> { ["q"] = Text, ["area"] = area, ["after"] = after }.Where(p => p.Value is not null))}";

    protected override async Task Open(CancellationToken ct)
    {
        Shown = await results.Show(new(Text, Area, After), ct);
        if (Shown.Problem is not null && Text.Length > 0) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    public void OnGet() { }
}
