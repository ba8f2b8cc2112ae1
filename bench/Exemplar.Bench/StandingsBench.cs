using Exemplar.Agenda.Year;
using Exemplar.Organization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Bench;

/// <summary>The tree of a whole city, its year reckoned from nothing, and its matrix, against reading the rows that each rests on.</summary>
internal sealed class StandingsBench : IWorkload
{
    public static string Name => "standings";

    public static async Task<IReadOnlyList<Figure>> Run()
    {
        var folder = Directory.CreateTempSubdirectory("exemplar-standings-").FullName;
        try
        {
            await using var house = await StandingsHouse.Build(folder);
            return [await Tree(house), await Matrix(house), await Recount(house)];
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Figure> Tree(StandingsHouse house)
    {
        var (units, rows) = (0, 0);
        var (ours, raw) = await Measure.Alternate(
            async () => units = (await house.Act(services => services.GetRequiredService<UnitTree>().Show(withDissolved: false, default))).Rows.Count,
            async () => rows = await Read(house.Database, """
                select "Id", "Name", "Kind", "Order", "DissolvedOn", (select count(*) from "Memberships" m where m."UnitId" = u."Id" and m."To" is null),
                    (select group_concat(p."Name") from "Posts" o join "People" p on p."Id" = o."PersonId" where o."UnitId" = u."Id" and o."To" is null) from "Units" u order by "Order"
                """));
        return units == rows ? Figure.AtMost("tree of a city", ours / raw, 2, "×", $"{ours:0.0} against {raw:0.0} ms for one statement with the same {rows} units, heads and counts")
            : throw new InvalidOperationException($"{units} units are shown of {rows}");
    }

    private static async Task<Figure> Matrix(StandingsHouse house)
    {
        var (units, rows) = (0, 0);
        var (ours, raw) = await Measure.Alternate(async () => units = await Pages(house), async () => rows = await Read(house.Database,
            """select "UnitId", "Rule", "From", "To", "DueOn", "WarnFrom", "Actual", "Required", "Met", "Exempt" from "Standings" where "Year" = 2026 and not "OfPerson" """));
        return Figure.AtMost("matrix of a year, all pages", ours / raw, 3, "×", $"{ours:0} against {raw:0} ms for reading its standing rows; {units} units, {rows} rows");
    }

    private static async Task<int> Pages(StandingsHouse house)
    {
        var units = 0;
        for (string? after = null; ;)
        {
            var page = await house.Act(services => services.GetRequiredService<OfficeYear>().Show(new(2026, null, after), default));
            units += page.Rows.Count;
            if (page.Next is null) return units;
            after = page.Next;
        }
    }

    private static async Task<Figure> Recount(StandingsHouse house)
    {
        var (moved, rows) = (0, 0);
        var (ours, raw) = await Measure.Alternate(async () => moved = await house.Recount(), async () => rows = await Read(house.Database,
            """select "Kind", "UnitId", "PersonId", "Month", "Quantity" from "Facts" where not "Voided" and "Month" between 202601 and 202612"""), rounds: 3);
        if (moved != 0) throw new InvalidOperationException($"{moved} standings differ from those that were kept");
        return Figure.AtMost("a year reckoned from nothing", ours / raw, 4, "×", $"{ours:0} against {raw:0} ms for reading its {rows} fact rows");
    }

    private static async Task<int> Read(string database, string sql)
    {
        await using var connection = new SqliteConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = 0;
        for (var values = new object[reader.FieldCount]; reader.Read(); rows++) reader.GetValues(values);
        return rows;
    }
}
