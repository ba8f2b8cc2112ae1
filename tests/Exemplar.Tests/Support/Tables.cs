using System.Text;
using Exemplar.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Tests.Support;

/// <summary>What stands in every table, to compare before and after.</summary>
public static class Tables
{
    /// <summary>Each table's rows in full, in an order of their own: any change shows, not only one of number.</summary>
    public static Task<Dictionary<string, string>> Snapshot(this TestApp app) => app.Read(async db =>
    {
        Dictionary<string, string> all = [];
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()).OfType<string>().Distinct()) all[table] = await Rows(db, table);
        return all;
    });

    private static async Task<string> Rows(AppDb db, string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100   // table names come from the model
        command.CommandText = $"select * from \"{table}\"";
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
        {
            var row = new StringBuilder();
            for (var i = 0; i < reader.FieldCount; i++) row.Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)).Append('|');
            rows.Add(row.ToString());
        }
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }
}
