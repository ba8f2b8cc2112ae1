using Microsoft.EntityFrameworkCore.Design;

namespace Exemplar.Platform.Data;

/// <summary>Lets <c>./dev migrate</c> make migrations for SQLite without a running application.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteDb>().UseSqlite("Data Source=:memory:").Options, new WriteGate("Data Source=:memory:"));
}

/// <summary>Lets <c>./dev migrate</c> make migrations for PostgreSQL without a running server.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresDb>().UseNpgsql("Host=unused").Options);
}
