using Exemplar.Meetings.Past;
using Exemplar.Platform.Web;

namespace Exemplar.Agenda.Guide;

/// <summary>Leads from the page of one step to the next, as long as the guide is not through.</summary>
internal static class GuideHint
{
    private static readonly (string Address, FirstStep Step)[] Pages =
    [
        ("/people/import", FirstStep.Roster), ("/people/imports", FirstStep.Roster),
        ("/meetings/past", FirstStep.Registers), ("/meetings/imports", FirstStep.Registers),
        ("/terms/import", FirstStep.Terms), ("/terms/imports", FirstStep.Terms),
        ("/month-end", FirstStep.Review),
    ];

    /// <summary>The lists of meetings and of terms are where an import leads; pages below them are not the guide's.</summary>
    private static FirstStep? StepOf(PathString path) =>
        path == "/meetings" ? FirstStep.Registers : path == "/terms" ? FirstStep.Terms : Pages.Where(p => path.StartsWithSegments(p.Address)).Select(p => (FirstStep?)p.Step).FirstOrDefault();

    public static bool Concerns(PathString path) => StepOf(path) is not null;

    /// <summary>Null on other pages, and once nothing is left to do.</summary>
    public static async Task<HintWords?> Say(IServiceProvider services, PathString path, CancellationToken ct)
    {
        if (StepOf(path) is not { } step) return null;
        if ((path == "/meetings" || path == "/terms") && !await HasJustImported(services, step, ct)) return null;
        if (await services.GetRequiredService<FirstHour>().Find(ct) is not { IsOnWorkbench: true } guide) return null;
        var here = guide.Rows.FirstOrDefault(r => r.Step == step);
        if (here is null) return null;
        var number = $"第一小时 · {step.Name()}";
        if (step is FirstStep.Registers && await OfWaiting(services, path, number, guide.Rows.FirstOrDefault(r => r is { State: StepState.Open, Step: not FirstStep.Registers }) is { } after ? $"；都核对完了，下一步：{after.Step.Name()}" : "", ct) is { } waiting) return waiting;
        return here.State is StepState.Open ? new(StepWords.Of(step).BySaying ? $"{number}：看完回到步骤页点“看过了”。" : $"{number}：做好以后，这里会出现下一步。", "看全部步骤", $"/first-hour#{step.ToString().ToLowerInvariant()}")
            : guide.Next is { } more && here is { Step: FirstStep.Registers, State: StepState.Done } ? new($"{number}：已经有了。还有别的年份、别的支部的就再导入一份；都导入了，下一步：{more.Step.Name()}。", StepWords.Of(more.Step).Button, StepWords.Of(more.Step).Address, ("再导入一份", "/meetings/past"))
            : guide.Next is { } next ? new($"{number}：{(here.State is StepState.Done ? "做好了" : "先跳过了")}。下一步：{next.Step.Name()}。", StepWords.Of(next.Step).Button, StepWords.Of(next.Step).Address, next.Step is FirstStep.Review ? ("看 30 天内到期", "/due") : null)
            : null;
    }

    /// <summary>Files that were handed in together wait for their turn: first they, then the next step. Null when none does.</summary>
    private static async Task<HintWords?> OfWaiting(IServiceProvider services, PathString path, string number, string after, CancellationToken ct)
    {
        var (actor, now) = (services.GetRequiredService<Actor>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var waiting = await services.GetRequiredService<AppDb>().WaitingRegisters(actor, now).Select(r => r.Id).ToListAsync(ct);
        const string Together = "/meetings/past/together";
        return waiting.Count == 0 ? null
            : path == Together ? new($"{number}：核对这 {waiting.Count} 份{after}。", "看全部步骤", "/first-hour#registers")
            : waiting.Exists(id => path == $"/meetings/past/{id}") ? waiting.Count == 1 ? new($"{number}：这是最后一份{after}。", "看全部步骤", "/first-hour#registers") : new($"{number}：这是 {waiting.Count} 份里的一份{after}。", "一起核对", Together)
            : new($"{number}：交上来的还有 {waiting.Count} 份没有核对，先接着核对{after}。", "接着核对", waiting.Count == 1 ? $"/meetings/past/{waiting[0]}" : Together);
    }

    /// <summary>The lists follow an import; on other days whoever looks at them has their own business there.</summary>
    private static Task<bool> HasJustImported(IServiceProvider services, FirstStep step, CancellationToken ct)
    {
        var (account, since) = (services.GetRequiredService<Actor>().Account.Id, services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(-1));
        var db = services.GetRequiredService<AppDb>();
        return step is FirstStep.Terms ? db.ImportedTerms.AnyAsync(t => t.AccountId == account && t.At >= since && t.WithdrawnAt == null, ct)
            : db.ImportedRegisters.AnyAsync(r => r.AccountId == account && r.At >= since && r.WithdrawnAt == null, ct);
    }
}
