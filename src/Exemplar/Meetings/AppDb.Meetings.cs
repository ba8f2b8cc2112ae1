using Exemplar.Meetings;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<RollEntry> MeetingRoll => Set<RollEntry>();
    public DbSet<AgendaItem> MeetingAgenda => Set<AgendaItem>();
    public DbSet<DecisionReview> DecisionReviews => Set<DecisionReview>();
    public DbSet<MeetingStep> MeetingSteps => Set<MeetingStep>();
}
