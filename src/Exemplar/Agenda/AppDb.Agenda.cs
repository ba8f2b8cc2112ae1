using Exemplar.Agenda.Calendar.Feeds;
using Exemplar.Agenda.Digest;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<DigestChoice> DigestChoices => Set<DigestChoice>();
}
