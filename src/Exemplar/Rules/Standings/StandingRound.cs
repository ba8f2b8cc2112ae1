namespace Exemplar.Rules.Standings;

/// <summary>
/// Once a day: reckons every standing anew. It opens a year that has begun and takes up rules that have changed; whatever
/// else differs is put right and reported, because the commits should have kept it.
/// </summary>
public sealed class StandingRound(AppDb db, Reckoning reckoning)
{
    private const int SubjectsPerCommit = 500;

    /// <returns>How many standings differed.</returns>
    public async Task<int> Run(CancellationToken ct)
    {
        var moved = 0;
        foreach (var chunk in (await db.SubjectIds(ct)).Chunk(SubjectsPerCommit))
            moved += (await db.Commit<int>(async (db, ct) => (await reckoning.Recount(db, chunk, ct)).All.Count, ct)).Value;
        return moved;
    }
}
