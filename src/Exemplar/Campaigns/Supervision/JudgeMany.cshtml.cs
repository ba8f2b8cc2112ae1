using Exemplar.Platform.Web;
using Exemplar.Tasks;
using Microsoft.AspNetCore.Mvc;

namespace Exemplar.Campaigns.Supervision;

[Needs(CampaignsCapability.Supervise)]
public sealed class JudgeManyPage(JudgeMany judge) : FormPage<JudgeMany.Form>
{
    [BindProperty(SupportsGet = true, Name = "ids")] public List<Guid> Ids { get; set; } = [];
    public IReadOnlyList<ChosenShares.Share> Shown { get; private set; } = [];
    public IReadOnlyList<string> Left { get; private set; } = [];

    public IReadOnlyList<ChosenShares.Share> Waiting => [.. Shown.Where(judge.Awaits)];

    public bool IsTicked(ChosenShares.Share share) => Request.Method == HttpMethods.Get || Form.Picked.Contains($"{share.Id}:{share.Version}");

    protected override async Task Open(CancellationToken ct) => Shown = await judge.Open(Ids, ct);

    public void OnGet() { }

    /// <summary>When all was done, back to the desk; else the page stays and says what was left and why.</summary>
    public async Task<IActionResult> OnPost(CancellationToken ct)
    {
        JudgeMany.Outcome? outcome = null;
        var answer = await Save(() => judge.Handle(Form, ct), done =>
        {
            outcome = done;
            return Saved("/supervision", Receipt(done));
        });
        if (outcome is not { Left.Count: > 0 }) return answer;
        TempData["Receipt"] = outcome.Accepted + outcome.Granted > 0 ? Receipt(outcome) : null;
        Left = outcome.Left;
        await Open(ct);
        return Page();
    }

    private static string Receipt(JudgeMany.Outcome done) => string.Join("，", new[]
    {
        done.Accepted > 0 ? $"已验收 {done.Accepted} 份" : "",
        done.Granted > 0 ? $"已同意延期 {done.Granted} 份" : "",
    }.Where(part => part.Length > 0));
}
