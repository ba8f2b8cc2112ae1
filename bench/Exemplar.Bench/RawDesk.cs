using Exemplar.Campaigns.Supervision;
using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>What the supervision desk shows, asked by hand: its first page, the figures of each unit, who has nobody to answer, and the choices of its filter.</summary>
internal static class RawDesk
{
    private const string Open = """
        from "Assignments" a join "Tasks" t on t."Id" = a."TaskId" join "Units" u on u."Id" = a."UnitId"
        where a."State" <> 'Done' and t."IssuerId" in (select "Id" from "Units" where "Path" like '/1/%') and t."SourceId" in (select "Id" from "Campaigns")
        """;

    /// <summary>The bare column of a lone max() comes from the row of the maximum: SQLite's own.</summary>
    private const string Highest = """
        with highest as (select s."AssignmentId", s."UnitId", s."Colour", max(s."Level") from "SupervisionSlips" s join "Assignments" l on l."Id" = s."AssignmentId"
            where l."FinishedAt" is null and (s."FromIssue" or s."AgainstOn" = l."SortsOn") group by s."AssignmentId")
        """;

    private static readonly string[] Queries =
    [
        $"""
        select a."Id", t."Title", u."Id", u."Name", u."Order", a."State", t."DueOn", a."DueOn", a."SortsOn", a."AskedDueOn", a."FinishedAt",
            (select s."Colour" from "SupervisionSlips" s where s."AssignmentId" = a."Id" and a."FinishedAt" is null and (s."FromIssue" or s."AgainstOn" = a."SortsOn") order by s."Level" desc limit 1)
        {Open} order by u."Order", a."SortsOn", a."Id" limit {SupervisionDesk.PageSize + 1}
        """,
        $"""select u."Id", u."Name", count(*), sum(a."State" = 'Submitted'), sum(a."AskedDueOn" is not null) {Open} group by u."Id" order by u."Order" """,
        $"""{Highest} select h."UnitId", h."Colour", count(*) from highest h where h."AssignmentId" in (select a."Id" {Open}) group by h."UnitId", h."Colour" """,
        """
        select distinct u."Path", g."Inherit" from "Grants" g join "Units" u on u."Id" = g."UnitId" join "Accounts" a on a."Id" = g."AccountId"
        where g."Role" in ('BranchSecretary', 'BranchRecorder', 'DepartmentHead') and g."From" <= '2026-11-24' and (g."To" is null or g."To" >= '2026-11-24') and a."DisabledAt" is null and a."PersonId" is not null
        """,
        """select "Id", "Title" from "Campaigns" where "IssuerId" in (select "Id" from "Units" where "Path" like '/1/%') order by "OpenedAt" desc""",
        """select s."Id", s."Name" from "Stages" s join "Campaigns" c on c."Id" = s."CampaignId" where c."IssuerId" in (select "Id" from "Units" where "Path" like '/1/%') order by s."CampaignId", s."Position" """,
    ];

    /// <summary>The rows of each query, in their order.</summary>
    public static async Task<List<List<object[]>>> Show(string database)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        var all = new List<List<object[]>>();
        foreach (var sql in Queries)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new List<object[]>();
            while (await reader.ReadAsync())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
            all.Add(rows);
        }
        return all;
    }
}
