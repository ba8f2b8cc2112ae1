using System.Security.Cryptography;
using System.Text;
using Exemplar.Organization;
using Exemplar.People.RosterImport;
using Exemplar.Platform.Web;

namespace Exemplar.People.TermImport;

public enum TermState
{
    [Display(Name = "导入")] Ready,

    /// <summary>Something must be said before it can be taken over.</summary>
    [Display(Name = "没有说清")] Doubtful,

    [Display(Name = "已在册")] Known,

    [Display(Name = "不导入")] LeftOut,
}

/// <summary>What would become of one member of a committee.</summary>
/// <param name="Why">A sentence for what is not registered.</param>
public sealed record PlannedSeat(TermSeat Seat, PostState State, Guid PersonId, string Why)
{
    /// <summary>The post on record that is meant.</summary>
    public Post? OnRecord { get; init; }
}

/// <summary>What would become of one election of a sheet.</summary>
/// <param name="Until">The last day of the posts: the day before the next election; null in the term that lasts.</param>
/// <param name="Due">The last day of the term by the rule.</param>
/// <param name="Why">A sentence for everything but <see cref="TermState.Ready"/>, and what is worth a look there.</param>
public sealed record PlannedTerm(TermLine Line, TermState State, Unit? Unit, DateOnly? ElectedOn, DateOnly? Until, DateOnly? Due, IReadOnlyList<PlannedSeat> Seats, string Why)
{
    /// <summary>Whether the day is on record already; then only posts are new.</summary>
    public bool IsOnRecord { get; init; }

    public bool AsksDay => State is TermState.Doubtful && ElectedOn is null;
    public bool AsksUnit => State is TermState.Doubtful && Unit is null;
    public IEnumerable<PlannedSeat> New => Seats.Where(s => s.State is PostState.New);

    public Post Make(PlannedSeat seat, Guid import) => new() { UnitId = Unit!.Id, PersonId = seat.PersonId, Kind = seat.Seat.Kind, From = ElectedOn!.Value, To = Until, Basis = Line.Basis.Length > 0 ? Line.Basis : $"换届（{ElectedOn.Value.Iso()}）", ImportId = import };
}

/// <summary>What a sheet of elections would do, before it does.</summary>
/// <param name="Offered">The units whose elections the reader may enter, in organization order.</param>
public sealed record TermPlan(TermReading Reading, IReadOnlyList<PlannedTerm> Terms, IReadOnlyList<Unit> Offered)
{
    public IEnumerable<PlannedTerm> Ready => Terms.Where(t => t.State is TermState.Ready);

    public int Count(TermState state) => Terms.Count(t => t.State == state);

    public int NewPosts => Ready.Sum(t => t.New.Count());

    /// <summary>What was shown; another plan is shown again before it is carried out.</summary>
    public string Digest() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Terms.Select(t =>
        $"{t.Line.Key}|{t.State}|{t.Unit?.Id}|{t.ElectedOn?.Iso()}|{t.Until?.Iso()}|{string.Join(',', t.Seats.Select(s => $"{s.Seat}{s.State}{s.PersonId}"))}")))))[..16];
}
