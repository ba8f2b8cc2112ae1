namespace Exemplar.Tests.Support;

/// <summary>A test of what SQLite alone must hold; skips visibly when the suite runs on PostgreSQL.</summary>
public sealed class SqliteFactAttribute : FactAttribute
{
    public SqliteFactAttribute()
    {
        if (TestDatabase.OnPostgres) Skip = "asks SQLite about itself, and the suite runs on PostgreSQL";
    }
}
