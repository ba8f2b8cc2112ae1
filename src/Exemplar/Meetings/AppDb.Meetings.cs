using Exemplar.Meetings;
using Exemplar.Meetings.Past;

namespace Exemplar.Platform.Data;

public partial class AppDb
{
    public DbSet<Meeting> Meetings => Set<Meeting>();
    public DbSet<RollEntry> MeetingRoll => Set<RollEntry>();
    public DbSet<AgendaItem> MeetingAgenda => Set<AgendaItem>();
    public DbSet<DecisionReview> DecisionReviews => Set<DecisionReview>();
    public DbSet<MeetingStep> MeetingSteps => Set<MeetingStep>();
    public DbSet<MeetingOrigin> MeetingOrigins => Set<MeetingOrigin>();
    public DbSet<HandedInRegister> HandedInRegisters => Set<HandedInRegister>();
    public DbSet<ImportedRegister> ImportedRegisters => Set<ImportedRegister>();
    public DbSet<RegisterWord> RegisterWords => Set<RegisterWord>();

    /// <summary>Inside a commit: what words of registers meant units that go. Here, because who takes a roster back knows no registers.</summary>
    internal async Task ForgetWordsFor(Act act, IReadOnlyCollection<Guid> units, CancellationToken ct)
    {
        foreach (var word in await RegisterWords.Where(w => w.UnitId != null && units.Contains(w.UnitId.Value)).ToListAsync(ct))
        {
            Remove(word);
            Log(act, MeetingsCapability.Record, word);
        }
    }
}
