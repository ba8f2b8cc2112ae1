using Exemplar.Platform.Search;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Html;
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

    /// <summary>Built here and not in the page, where markup in code leaves spaces that Chinese text does not have.</summary>
    public static IHtmlContent Marked(IReadOnlyList<ExcerptPiece> pieces)
    {
        var html = new HtmlContentBuilder(pieces.Count * 3);
        foreach (var piece in pieces)
        {
            if (piece.IsMarked) html.AppendHtml("<mark>").Append(piece.Text).AppendHtml("</mark>");
            else html.Append(piece.Text);
        }
        return html;
    }

    protected override async Task Open(CancellationToken ct)
    {
        Shown = await results.Show(new(Text, Area, After), ct);
        if (Shown.Problem is not null && Text.Length > 0) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    public void OnGet() { }
}
