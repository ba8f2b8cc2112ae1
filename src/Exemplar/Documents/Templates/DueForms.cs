namespace Exemplar.Documents.Templates;

/// <summary>Forms that come again every month, quarter or year, and are not filled yet for the period that has come to its end.</summary>
public sealed class DueForms(AppDb db, Actor actor)
{
    private const int MostFillings = 2_000;

    /// <param name="Period">The period to fill it for.</param>
    public sealed record Row(Guid Id, string Title, Period Period)
    {
        public string Address => $"/forms/{Id}?Period={FormPeriods.KeyOf(Period)}";
    }

    /// <summary>By title. A form belongs to the kind of period that it was last filled for: a quarter's is due with the quarter's last month, and in no other.</summary>
    public async Task<IReadOnlyList<Row>> Show(Period viewed, CancellationToken ct)
    {
        var offices = actor.Offices(FormsCapability.Fill);
        var forms = await db.FormTemplates.Where(t => offices.Contains(t.Path) && t.RemovedAt == null).OrderBy(t => t.Title).ThenBy(t => t.Id).Take(FormList.Most).Select(t => new { t.Id, t.Title }).ToListAsync(ct);
        var ids = forms.ConvertAll(f => f.Id);
        var fillings = (await db.FormFillings.Where(f => ids.Contains(f.TemplateId) && f.From != null && f.To != null).OrderByDescending(f => f.At).Take(MostFillings)
            .Select(f => new { f.TemplateId, From = f.From!.Value, To = f.To!.Value }).ToListAsync(ct)).ToLookup(f => f.TemplateId, f => (f.From, f.To));
        return [.. from form in forms
                   where fillings[form.Id].Any()
                   let last = PeriodOf(fillings[form.Id].First())
                   where last is not null
                   let due = Period.Of(last.Value.Kind, viewed.Last)
                   where due.Last == viewed.Last && due.First > last.Value.First && !fillings[form.Id].Contains((due.First, due.Last))
                   select new Row(form.Id, form.Title, due)];
    }

    private static Period? PeriodOf((DateOnly From, DateOnly To) days) =>
        Enum.GetValues<PeriodKind>().Select(kind => (Period?)Period.Of(kind, days.From)).FirstOrDefault(p => p!.Value.First == days.From && p.Value.Last == days.To);
}
