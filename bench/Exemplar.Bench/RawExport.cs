using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Exemplar.Bench;

/// <summary>A row of the desk's sheet.</summary>
internal sealed record ExportedLine
{
    public string? 任务 { get; set; }
    public string? 承办单位 { get; set; }
    public string? 牵头或配合 { get; set; }
    public string? 阶段 { get; set; }
    public string? 原时限 { get; set; }
    public string? 现时限 { get; set; }
    public string? 状态 { get; set; }
    public string? 督办 { get; set; }
    public string? 报结日期 { get; set; }
    public string? 办结日期 { get; set; }
    public string? 最近一次反馈 { get; set; }
    public string? 目标 { get; set; }
}

/// <summary>The desk's sheet asked by hand: one statement, read row by row, most cells already in words.</summary>
internal static class RawExport
{
    private const string Query = """
        with highest as (select s."AssignmentId", s."Colour", max(s."Level") from "SupervisionSlips" s join "Assignments" l on l."Id" = s."AssignmentId"
            where l."FinishedAt" is null and (s."FromIssue" or s."AgainstOn" = l."SortsOn") group by s."AssignmentId")
        select t."Title", u."Name", iif(a."Leads", '牵头', '配合'), (select g."Name" from "Stages" g where g."Id" = t."StageId"), t."DueOn", a."DueOn",
            case a."State" when 'Issued' then '待签收' when 'InProgress' then '办理中' when 'Submitted' then '待验收' when 'Returned' then '已退回' else '已办结' end,
            case h."Colour" when 'Blue' then '蓝色' when 'Orange' then '橙色' when 'Red' then '红色' end,
            date(a."FinishedAt" / 1000 + 28800, 'unixepoch'), date(a."DoneAt" / 1000 + 28800, 'unixepoch'),
            nullif(a."LastReport", ''), t."Targets"
        from "Assignments" a join "Tasks" t on t."Id" = a."TaskId" join "Units" u on u."Id" = a."UnitId" left join highest h on h."AssignmentId" = a."Id"
        where t."IssuerId" in (select "Id" from "Units" where "Path" like '/1/%') and t."SourceId" in (select "Id" from "Campaigns")
        order by u."Order", a."SortsOn", a."Id"
        """;

    public static IEnumerable<ExportedLine> Lines(string database)
    {
        using var connection = new SqliteConnection(database);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Query;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new()
            {
                任务 = reader.GetString(0),
                承办单位 = reader.GetString(1),
                牵头或配合 = reader.GetString(2),
                阶段 = Text(reader, 3),
                原时限 = Text(reader, 4),
                现时限 = Text(reader, 5),
                状态 = reader.GetString(6),
                督办 = Text(reader, 7),
                报结日期 = Text(reader, 8),
                办结日期 = Text(reader, 9),
                最近一次反馈 = Text(reader, 10),
                目标 = string.Join("；", JsonSerializer.Deserialize<List<string>>(reader.GetString(11))!),
            };
        }
    }

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
