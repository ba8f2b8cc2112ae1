using Exemplar.People;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Membership> Memberships => Set<Membership>();
}
