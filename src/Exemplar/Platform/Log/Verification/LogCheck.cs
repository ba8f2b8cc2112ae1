namespace Exemplar.Platform.Log.Verification;

/// <summary>What the program itself found on one day. A convenience for whoever audits, no witness: whoever can change records can change this too.</summary>
public sealed class LogCheck
{
    public const int LongestText = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTimeOffset At { get; init; }
    public required long Entries { get; init; }
    public required long Records { get; init; }

    /// <summary>What was wrong, a line each; empty when nothing was.</summary>
    public required string Findings { get; init; }
}

internal sealed class LogCheckTable : IEntityTypeConfiguration<LogCheck>
{
    public void Configure(EntityTypeBuilder<LogCheck> table)
    {
        table.ToTable("LogChecks");
        table.Property(c => c.Findings).HasMaxLength(LogCheck.LongestText);
        table.HasIndex(c => c.At);
    }
}

/// <summary>Once a day: seals what is open and verifies all of it, so that somebody need not think of it.</summary>
public sealed class DailyCheck(AppDb db, Sealing.SealLog seal, VerifyLog verify, TimeProvider clock, ILogger<DailyCheck> log)
{
    public async Task Run(CancellationToken ct)
    {
        var day = clock.Today();
        var last = await db.LogChecks.OrderByDescending(c => c.At).Select(c => (DateTimeOffset?)c.At).FirstOrDefaultAsync(ct);
        if (last is { } at && DateOnly.FromDateTime(at.InOffice().Date) == day) return;   // a start in the afternoon need not do it again

        var refused = (await seal.Handle(ct)).Refusal;
        var seen = await verify.Handle(null, null, ct);
        var lines = string.Join('\n', seen.Findings.Select(f => f.ToString()).Concat(refused is null ? [] : [refused.Message]));
        if (lines.Length > 0) log.LogError("The record log does not hold: {Findings}", lines);
        await db.Commit<int>((db, _) =>
        {
            db.Add(new LogCheck { At = clock.GetUtcNow(), Entries = seen.Entries, Records = seen.Records, Findings = lines.Length > LogCheck.LongestText ? lines[..LogCheck.LongestText] : lines });
            return Task.FromResult<Result<int>>(0);
        }, ct);
    }
}
