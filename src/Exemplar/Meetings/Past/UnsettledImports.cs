using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

/// <summary>A register of which meetings were not clear and were not taken over: what is counted may be too little by them.</summary>
public sealed record UnsettledImport(Guid Id, string FileName, int Doubtful)
{
    private const int MostNamed = 3;

    /// <summary>《支队台账.xlsx》42 次、《三支部.xlsx》8 次</summary>
    public static string InWords(IReadOnlyList<UnsettledImport> imports) =>
        $"{string.Join('、', imports.Take(MostNamed).Select(i => $"《{i.FileName}》{i.Doubtful} 次"))}{(imports.Count > MostNamed ? $"等 {imports.Count} 份" : "")}";
}

public static class UnsettledImports
{
    /// <summary>A year after the import nobody comes back to it.</summary>
    private const int DaysBack = 366;

    /// <summary>The last import of each file, of units in which the actor records meetings; the newest first. The same file handed in again settles the one before.</summary>
    public static async Task<IReadOnlyList<UnsettledImport>> FindUnsettledImports(this AppDb db, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        if (!actor.May(MeetingsCapability.Record)) return [];
        var since = now.AddDays(-DaysBack);
        var units = db.Units.Where(actor, MeetingsCapability.Record);
        var last = await db.ImportedRegisters.Where(r => r.At >= since && r.WithdrawnAt == null && !r.IsOfSheets && units.Any(u => u.Id == r.UnitId)).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => new UnsettledImport(r.Id, r.FileName, r.Doubtful)).ToListAsync(ct);
        return [.. last.DistinctBy(r => r.FileName).Where(r => r.Doubtful > 0)];
    }
}
