using Exemplar.Meetings.Elections;
using Exemplar.Meetings.Matters;
using Exemplar.Meetings.Papers;

namespace Exemplar.Meetings.Voting;

public static class VotingRegistration
{
    /// <summary>Votes, elections, major matters, and the papers of meetings.</summary>
    public static IServiceCollection AddVoting(this IServiceCollection services) => services
        .AddScoped<VotesOfMeeting>()
        .AddScoped<RecordVote>().AddScoped<WithdrawVote>()
        .AddScoped<PrepareElection>().AddScoped<CountElection>().AddScoped<WithdrawElection>()
        .AddScoped<MatterList>().AddScoped<AddMatter>().AddScoped<NoteConsultation>().AddScoped<PutOnAgenda>()
        .AddScoped<MeetingPapers>().AddScoped<ElectionPaper>();
}
