using Exemplar.Agenda.Digest;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<DigestChoice> DigestChoices => Set<DigestChoice>();
}
