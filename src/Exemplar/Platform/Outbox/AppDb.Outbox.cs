using Exemplar.Platform.Outbox;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();
    public DbSet<OutboxSettings> OutboxSettings => Set<OutboxSettings>();
    public DbSet<SealedSecret> SealedSecrets => Set<SealedSecret>();
}
