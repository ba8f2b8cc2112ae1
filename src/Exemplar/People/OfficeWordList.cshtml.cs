using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.People;

[Needs(PeopleCapability.Import)]
public sealed class OfficeWordListPage(OfficeWordList words) : FormPage<OfficeWordList.Form>
{
    public IReadOnlyList<OfficeWordList.Row> Rows { get; private set; } = [];

    protected override async Task Open(CancellationToken ct) => Rows = await words.Show(ct);

    public void OnGet() { }

    public Task<IActionResult> OnPost(CancellationToken ct) => Save(() => words.Handle(Form.Forget, ct), word => Saved("/people/words", $"已忘掉“{word}”，下次再遇到会问"));
}
