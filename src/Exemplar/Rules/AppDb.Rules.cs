using Exemplar.Rules;
using Exemplar.Rules.Catalogue;
using Exemplar.Rules.OwnRules;
using Exemplar.Rules.Standings;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    private readonly Touched touched = new();

    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<Standing> Standings => Set<Standing>();
    public DbSet<OwnRule> OwnRules => Set<OwnRule>();
    public DbSet<YearNotice> YearNotices => Set<YearNotice>();

    /// <summary>
    /// Inside a commit: what the record says to the rules from now on. Facts that it no longer says are voided. Answers
    /// with the standings that moved, for the receipt.
    /// </summary>
    public async Task<StandingChanges> StateFacts(Guid record, IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        if (!committing) throw new InvalidOperationException("Facts are stated outside Commit");
        await SaveChangesAsync(ct);
        var stated = await Facts.AsNoTracking().Where(f => f.RecordId == record && !f.Voided).ToListAsync(ct);
        var (added, gone) = (facts.Where(f => !stated.Any(f.Says)).ToList(), stated.FindAll(f => !facts.Any(f.Says)));
        if (gone.ConvertAll(f => f.Id) is { Count: > 0 } voided) await Facts.Where(f => voided.Contains(f.Id)).ExecuteUpdateAsync(set => set.SetProperty(f => f.Voided, true), ct);
        await this.InsertSet(Model.FindEntityType(typeof(Fact))!, added, ct);
        foreach (var fact in gone.Concat(added)) touched.Add(fact);
        return await BringStandings(ct);
    }

    /// <summary>Inside a commit: what new records say, as one set. None of them may have said anything before.</summary>
    public async Task<StandingChanges> StateFactsOfNew(IReadOnlyList<Fact> facts, CancellationToken ct)
    {
        if (!committing) throw new InvalidOperationException("Facts are stated outside Commit");
        if (logged.Keys.Any(r => r is IMovesStandings)) await SaveChangesAsync(ct);   // what no standing rests on is saved once, at the end
        await this.InsertSet(Model.FindEntityType(typeof(Fact))!, facts, ct);
        if (touched.IsEmpty) touched.OnlyAdded = facts;
        foreach (var fact in facts) touched.Add(fact);
        return await BringStandings(ct);
    }

    /// <summary>Inside a commit: these records say nothing any more.</summary>
    public async Task<StandingChanges> VoidFacts(IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        if (!committing) throw new InvalidOperationException("Facts are voided outside Commit");
        await SaveChangesAsync(ct);
        foreach (var some in records.Chunk(1_000))
        {
            var stated = Facts.Where(f => !f.Voided && some.Contains(f.RecordId));
            foreach (var gone in await stated.Select(f => new { Subject = f.PersonId ?? f.UnitId, f.Month, f.Kind }).Distinct().ToListAsync(ct)) touched.Add(gone.Subject, gone.Month / 100, gone.Kind);
            await stated.ExecuteUpdateAsync(set => set.SetProperty(f => f.Voided, true), ct);
        }
        return await BringStandings(ct);
    }

    /// <summary>Inside a commit: what records say of the one person they say of the other from now on; what one record says of both counts once.</summary>
    internal async Task MoveFacts(Guid from, Guid to, CancellationToken ct)
    {
        if (!committing) throw new InvalidOperationException("Facts are moved outside Commit");
        await SaveChangesAsync(ct);
        var theirs = Facts.Where(f => f.PersonId == from);
        await theirs.Where(f => !f.Voided && Facts.Any(o => o.PersonId == to && !o.Voided && o.RecordId == f.RecordId && o.Kind == f.Kind)).ExecuteUpdateAsync(set => set.SetProperty(f => f.Voided, true), ct);
        await theirs.ExecuteUpdateAsync(set => set.SetProperty(f => f.PersonId, to), ct);
        touched.Whole.Add(to);
    }

    /// <summary>Inside a commit: these subjects are gone; those that counted them are reckoned anew.</summary>
    internal async Task DropStandings(IReadOnlyCollection<Guid> subjects, IReadOnlyCollection<Guid> counting, CancellationToken ct)
    {
        if (!committing) throw new InvalidOperationException("Standings are dropped outside Commit");
        await SaveChangesAsync(ct);
        foreach (var some in subjects.Chunk(1_000)) await Standings.Where(s => some.Contains(s.SubjectId)).ExecuteDeleteAsync(ct);
        touched.Whole.UnionWith(counting);
    }

    /// <summary>Brings the standings to what this commit has changed so far.</summary>
    private async Task<StandingChanges> BringStandings(CancellationToken ct)
    {
        if (!touched.IsEmpty) Watched?.Begin("核算应开展的项目");
        var changes = touched.IsEmpty || Reckoning is not { } reckoning ? StandingChanges.None : await reckoning.Bring(this, touched, ct);
        touched.Clear();
        return changes;
    }

    /// <summary>None in tools that make a context by hand.</summary>
    private Reckoning? Reckoning => this.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<Reckoning>();

    /// <summary>The catalogue, and what units have set themselves.</summary>
    internal async Task<IReadOnlyList<Rule>> RulesInUse(RuleCatalogue catalogue, CancellationToken ct) => foresight is { } seen && touched.Whole.Count == 0 ? seen.Rules :
        [.. catalogue.All, .. (await OwnRules.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct)).Select(r => r.AsRule)];
}
