using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Matters;
using Exemplar.Meetings.Voting;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Vote> Votes => Set<Vote>();
    public DbSet<Election> Elections => Set<Election>();
    public DbSet<MajorMatter> MajorMatters => Set<MajorMatter>();
}
