using System.Text.Json;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Exemplar.Platform.Search;

/// <summary>
/// The index of words, which the model cannot describe: on SQLite an FTS5 table beside the passages, on PostgreSQL a GIN
/// index. Made after the migrations, and again should one of them have rebuilt the table and dropped its triggers.
/// </summary>
internal static class SearchTables
{
    /// <summary>FTS5 keeps deleted words readable in its own pages unless it is told not to; the pragma secure_delete does not reach them.</summary>
    private const string Sqlite = """
        create virtual table if not exists "SearchGrams" using fts5("Grams", content='SearchPassages', content_rowid='Number', tokenize='unicode61 remove_diacritics 0');
        insert into "SearchGrams"("SearchGrams", rank) select 'secure-delete', 1 where not exists (select 1 from "SearchGrams_config" where k = 'secure-delete');
        drop trigger if exists "SearchPassages_Added";
        drop trigger if exists "SearchPassages_Removed";
        create trigger if not exists "SearchPassages_Gone" after delete on "SearchPassages" when exists (select 1 from "SearchGrams_docsize" where id = old."Number") begin
            insert into "SearchGrams"("SearchGrams", rowid, "Grams") values ('delete', old."Number", old."Grams");
        end;
        insert into "SearchGrams"("SearchGrams") select 'rebuild' where (select count(*) from "SearchGrams_docsize") <> (select count(*) from "SearchPassages");
        """;

    private const string Postgres = """create index if not exists "IX_SearchPassages_Grams" on "SearchPassages" using gin (to_tsvector('simple', "Grams"));""";

    /// <summary>Makes what is missing, and fills the index of words anew when it is out of step with the passages.</summary>
    public static Task MakeSearchTables(this DatabaseFacade database, CancellationToken ct) => database.ExecuteSqlRawAsync(database.IsSqlite() ? Sqlite : Postgres, ct);

    /// <summary>SQLite: forgets all words, so that passages go without each being taken out of the index, and indexes what is left of them.</summary>
    internal static async Task IndexAnew(this DatabaseFacade database, Func<Task> remove, CancellationToken ct)
    {
        await database.ExecuteSqlRawAsync("""insert into "SearchGrams"("SearchGrams") values ('delete-all')""", ct);
        await remove();
        await database.ExecuteSqlRawAsync("""insert into "SearchGrams"("SearchGrams") values ('rebuild')""", ct);
    }

    /// <summary>
    /// SQLite: the words of passages that were just inserted, all by one statement: FTS5 writes what it holds in memory at
    /// each, so that a trigger would make a segment of the index for every row. Deletions come by trigger, as they cascade.
    /// </summary>
    internal static Task IndexPassagesOf(this DatabaseFacade database, Guid[] records, CancellationToken ct) =>
        database.ExecuteSqlRawAsync("""insert into "SearchGrams"(rowid, "Grams") select "Number", "Grams" from "SearchPassages" where "RecordId" in (select value from json_each({0})) order by "Number" """, [JsonSerializer.Serialize(records.Select(id => id.ToString().ToUpperInvariant()))], ct);
}
