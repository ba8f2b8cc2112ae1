using System.Text.Encodings.Web;
using System.Text.Json;
using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Documents.Templates;

[Needs(FormsCapability.Fill)]
public sealed class FillFormPage(FillForm fill) : FormPage<FillForm.Form>
{
    [FromRoute] public Guid Id { get; set; }

    /// <summary>The one to begin with, where a link says so.</summary>
    [FromQuery] public string? Period { get; set; }
    public FillForm.View Shown { get; private set; } = null!;

    protected override async Task Open(CancellationToken ct) => Shown = await fill.Open(Id, ct);

    public IEnumerable<SelectListItem> Periods
    {
        get
        {
            var groups = Enum.GetValues<PeriodKind>().ToDictionary(kind => kind, kind => new SelectListGroup { Name = kind.Name() });
            return Shown.Periods.Select(p => new SelectListItem(p.Name, FormPeriods.KeyOf(p)) { Group = groups[p.Kind] });
        }
    }

    /// <summary>Asked only when it matters.</summary>
    public bool HasOpenRows => ModelState["Form.LeaveOpen"] is { Errors.Count: > 0 };

    public bool AsksNoRecord => Form.NoRecord is not null || ModelState["Form.NoRecord"] is { Errors.Count: > 0 };

    public IActionResult OnGet()
    {
        if (!Shown.Template.IsPointed) return LocalRedirect($"/forms/{Id}/point");
        Form.Period = Shown.Periods.Any(p => FormPeriods.KeyOf(p) == Period) ? Period : Shown.Named is { } named ? FormPeriods.KeyOf(named) : null;
        return Page();
    }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => fill.Handle(Id, Form, ct), filled =>
    {
        // For the script of the page: it says what the file cannot.
        Response.Headers["X-Filled"] = Uri.EscapeDataString(JsonSerializer.Serialize(new { told = filled.Told, next = Guid.CreateVersion7() }, Unescaped));
        return File(filled.Content, "application/octet-stream", filled.Name);
    });

    private static readonly JsonSerializerOptions Unescaped = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
