using Exemplar.Platform.Web;

namespace Exemplar.Agenda.Guide;

/// <summary>Leads from the page of one step to the next, as long as the guide is not through.</summary>
internal static class GuideHint
{
    private static readonly (string Address, FirstStep Step)[] Pages =
    [
        ("/people/import", FirstStep.Roster), ("/people/imports", FirstStep.Roster),
        ("/meetings/past", FirstStep.Registers), ("/meetings/imports", FirstStep.Registers),
        ("/month-end", FirstStep.Review),
    ];

    /// <summary>The list of meetings is where an import of them leads; pages below it are not the guide's.</summary>
    private static FirstStep? StepOf(PathString path) =>
        path == "/meetings" ? FirstStep.Registers : Pages.Where(p => path.StartsWithSegments(p.Address)).Select(p => (FirstStep?)p.Step).FirstOrDefault();

    public static bool Concerns(PathString path) => StepOf(path) is not null;

    /// <summary>Null on other pages, and once nothing is left to do.</summary>
    public static async Task<HintWords?> Say(IServiceProvider services, PathString path, CancellationToken ct)
    {
        if (path == "/meetings" && !await HasJustImported(services, ct)) return null;
        if (StepOf(path) is not { } step || await services.GetRequiredService<FirstHour>().Find(ct) is not { IsOnWorkbench: true } guide) return null;
        var here = guide.Rows.FirstOrDefault(r => r.Step == step);
        if (here is null) return null;
        var number = $"第一小时 · {step.Name()}";
        return here.State is StepState.Open ? new(StepWords.Of(step).BySaying ? $"{number}：看完回到步骤页点“看过了”。" : $"{number}：做好了，这里会出现下一步。", "看全部步骤", $"/first-hour#{step.ToString().ToLowerInvariant()}")
            : guide.Next is { } next ? new($"{number}：{(here.State is StepState.Done ? "做好了" : "先跳过了")}。下一步：{next.Step.Name()}。", StepWords.Of(next.Step).Button, StepWords.Of(next.Step).Address)
            : null;
    }

    /// <summary>The list of meetings follows an import; on other days whoever looks at it has their own business there.</summary>
    private static Task<bool> HasJustImported(IServiceProvider services, CancellationToken ct)
    {
        var (account, since) = (services.GetRequiredService<Actor>().Account.Id, services.GetRequiredService<TimeProvider>().GetUtcNow().AddHours(-1));
        return services.GetRequiredService<AppDb>().ImportedRegisters.AnyAsync(r => r.AccountId == account && r.At >= since && r.WithdrawnAt == null, ct);
    }
}
