using Exemplar.Organization;

namespace Exemplar.People.RosterImport;

/// <summary>What a heading in an office's rosters means, as somebody said once: their 政治面貌及时间 is two things in one cell. The registers of meetings remember their words in the same way.</summary>
public sealed class RosterWord : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid OfficeId { get; init; }

    /// <summary>A <see cref="ColumnQuestion.Key"/>.</summary>
    public required string Word { get; init; }
    public required RosterColumn Column { get; set; }
}

internal sealed class RosterWordTable : IEntityTypeConfiguration<RosterWord>
{
    public void Configure(EntityTypeBuilder<RosterWord> table)
    {
        table.ToTable("RosterWords");
        table.Property(w => w.Word).HasMaxLength(ColumnWords.LongestKey);
        table.HasOne<Unit>().WithMany().HasForeignKey(w => w.OfficeId);
        table.HasIndex(w => new { w.OfficeId, w.Word }).IsUnique();
    }
}

internal static class RosterWords
{
    /// <summary>The office in which the actor imports.</summary>
    public static async Task<Guid> OfficeOfImport(this AppDb db, Actor actor, CancellationToken ct)
    {
        var path = await db.Units.Where(actor, PeopleCapability.Import).OrderBy(u => u.Order).Select(u => u.Path).FirstAsync(ct);
        var office = path[..(path.IndexOf('/', 1) + 1)];
        return await db.Units.Where(u => u.Path == office).Select(u => u.Id).SingleAsync(ct);
    }

    public static async Task<Dictionary<string, RosterColumn>> RememberedColumns(this AppDb db, Actor actor, CancellationToken ct)
    {
        var office = await db.OfficeOfImport(actor, ct);
        return await db.RosterWords.AsNoTracking().Where(w => w.OfficeId == office).ToDictionaryAsync(w => w.Word, w => w.Column, ct);
    }

    /// <summary>Inside a commit: what was said of the columns of a sheet that is imported holds for the next one.</summary>
    public static async Task RememberColumns(this AppDb db, Act act, Guid office, IEnumerable<ColumnQuestion> asked, CancellationToken ct)
    {
        var said = asked.Where(a => a is { Basis: ColumnBasis.Said, Column: not null }).ToList();
        if (said.Count == 0) return;
        var known = await db.RosterWords.Where(w => w.OfficeId == office).ToDictionaryAsync(w => w.Word, ct);
        foreach (var column in said)
        {
            if (!known.TryGetValue(column.Key, out var word)) db.Add(word = new() { OfficeId = office, Word = column.Key, Column = column.Column!.Value });
            else if (word.Column == column.Column) continue;
            word.Column = column.Column!.Value;
            db.Log(act, PeopleCapability.Import, word);
        }
    }
}
