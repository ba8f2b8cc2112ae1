using Exemplar.Platform.Files;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<StoredFile> Files => Set<StoredFile>();
}
