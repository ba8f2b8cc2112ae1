namespace Exemplar.Tests.Support;

/// <summary>A test of what a PostgreSQL server does; skips visibly when the suite runs on SQLite.</summary>
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (!TestDatabase.OnPostgres) Skip = "asks PostgreSQL about itself, and the suite runs on SQLite";
    }
}
