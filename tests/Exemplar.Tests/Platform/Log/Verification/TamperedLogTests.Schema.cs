using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Exemplar.Tests.Platform.Log.Verification;

public sealed partial class TamperedLogTests
{
    /// <summary>Changes that leave every value as it was for whoever reads carelessly: found by an attack from the document alone.</summary>
    [SqliteTheory]
    [InlineData("Assignments", "State 的存储类型不对", """update "Assignments" set "State" = cast("State" as blob)""")]
    [InlineData("Grants", "Role 的存储类型不对", """update "Grants" set "Role" = cast("Role" as blob) where "Id" = (select min("Id") from "Grants")""")]
    [InlineData("LogTiles", "Hashes 的存储类型不对", """update "LogTiles" set "Hashes" = cast("Hashes" as text)""")]
    [InlineData("Grants", "多出触发器 quiet", """create trigger quiet before insert on "Grants" begin select raise(ignore); end""")]
    [InlineData("YearNotices", "被换成了视图", """alter table "YearNotices" rename to "Kept"; create view "YearNotices" as select * from "Kept" """)]
    [InlineData("LogEntries", "编号小于 1", """insert into "LogEntries" ("Id", "At", "Kind", "RecordType", "RecordId", "Body") values (-5, 0, 'x', 'Unit', '00000000-0000-0000-0000-000000000000', 'null')""")]
    [InlineData("sqlite_master", "数据库文件自身不一致", """
        drop index "IX_LogEntries_RecordType_RecordId_Id";
        create index "IX_LogEntries_RecordType_RecordId_Id" on "LogEntries" ("RecordType", "RecordId", "Id") where "RecordType" <> 'Unit';
        pragma writable_schema = 1;
        update sqlite_master set sql = 'CREATE INDEX "IX_LogEntries_RecordType_RecordId_Id" ON "LogEntries" ("RecordType", "RecordId", "Id")' where name = 'IX_LogEntries_RecordType_RecordId_Id';
        pragma writable_schema = reset;
        """)]
    public async Task What_only_seems_unchanged_is_found(string table, string what, string sql)
    {
#pragma warning disable EF1002   // constants
        var seen = await house.Tamper(db => db.Database.ExecuteSqlRawAsync(sql));
#pragma warning restore EF1002
        Assert.Contains(seen.Findings, f => f.Table == table && f.What.Contains(what, StringComparison.Ordinal));
    }
}
