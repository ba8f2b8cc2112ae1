namespace Exemplar.Tests.Support;

/// <summary>Asks SQLite about itself; skips visibly when the suite runs on PostgreSQL.</summary>
public sealed class SqliteTheoryAttribute : TheoryAttribute
{
    public SqliteTheoryAttribute()
    {
        if (TestDatabase.OnPostgres) Skip = "asks SQLite about itself, and the suite runs on PostgreSQL";
    }
}
