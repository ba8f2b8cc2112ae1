using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Exemplar.Platform.Security.Audit;

/// <summary>What keeps security events as they were written; made after the migrations, which cannot describe it.</summary>
internal static class SecurityTables
{
    /// <summary>The third: <c>insert or replace</c> deletes without asking the second.</summary>
    private const string Sqlite = """
        create trigger if not exists "SecurityEvents_Unchanged" before update on "SecurityEvents" begin select raise(abort, 'security events are only added'); end;
        create trigger if not exists "SecurityEvents_Kept" before delete on "SecurityEvents" begin select raise(abort, 'security events are only added'); end;
        create trigger if not exists "SecurityEvents_Own" before insert on "SecurityEvents" when exists (select 1 from "SecurityEvents" where "Id" = new."Id") begin select raise(abort, 'security events are only added'); end;
        """;

    private const string Postgres = """
        create or replace function security_events_are_only_added() returns trigger language plpgsql as $$ begin raise exception 'security events are only added'; end $$;
        create or replace trigger "SecurityEvents_Kept" before update or delete or truncate on "SecurityEvents" for each statement execute function security_events_are_only_added();
        """;

    public static Task MakeSecurityTables(this DatabaseFacade database, CancellationToken ct) => database.ExecuteSqlRawAsync(database.IsSqlite() ? Sqlite : Postgres, ct);
}
