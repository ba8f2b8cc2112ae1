using Exemplar.Agenda.Calendar.Feeds;
using Exemplar.Agenda.Digest;
using Exemplar.Agenda.Guide;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();
    public DbSet<FirstHourMark> FirstHourMarks => Set<FirstHourMark>();
    public DbSet<DigestChoice> DigestChoices => Set<DigestChoice>();
}
