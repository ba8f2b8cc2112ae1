using Exemplar.Platform.Security;
using Exemplar.Platform.Security.Audit;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Exemplar.Platform.Data;

/// <summary>
/// All tables of the product; each capability adds its own in AppDb.&lt;Name&gt;.cs. The one type that may know every capability.
/// Writes go through <see cref="Commit{T}"/>.
/// </summary>
public abstract partial class AppDb(DbContextOptions options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<GrantProposal> GrantProposals => Set<GrantProposal>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
    public DbSet<SecurityEvent> SecurityEvents => Set<SecurityEvent>();
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();

    /// <summary>Asked often, and the provider's own answer compares names of assemblies.</summary>
    internal bool OnSqlite => this is SqliteDb;

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        foreach (var table in model.Model.GetEntityTypes())
        {
            // Ids are ours: a part added to a loaded record is new, not a changed row of that id.
            if (table.FindPrimaryKey()?.Properties is [{ ClrType: var type } key] && type == typeof(Guid)) key.ValueGenerated = ValueGenerated.Never;
            if (typeof(IVersioned).IsAssignableFrom(table.ClrType))
                model.Entity(table.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }
}

/// <summary>What several people edit. Every commit that changes it raises the version; a form that was opened on an older one is refused with 409.</summary>
public interface IVersioned
{
    int Version { get; set; }
}
