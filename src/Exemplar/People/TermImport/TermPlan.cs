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
    /// <summary>The posts on record that begin with the election instead.</summary>
    public IReadOnlyList<Post> Sooner { get; init; } = [];
}

/// <summary>What would become of one election of a sheet.</summary>
/// <param name="Until">The last day of the posts: the day before the next election; null in the term that lasts.</param>
/// <param name="Due">The last day of the term by the rule.</param>
/// <param name="Why">A sentence for everything but <see cref="TermState.Ready"/>, and what is worth a look there.</param>
public sealed record PlannedTerm(TermLine Line, TermState State, Unit? Unit, DateOnly? ElectedOn, DateOnly? Until, DateOnly? Due, IReadOnlyList<PlannedSeat> Seats, string Why)
{
    /// <summary>Whether the day is on record already; then only posts are new.</summary>
    public bool IsOnRecord { get; init; }

    /// <summary>The last day of the term as the sheet words it: offices write the anniversary, the rule the day before.</summary>
    public DateOnly? Ends => Due is { } due && Line.Ends is { HasDay: true } written && written.First == due.AddDays(1) ? written.First : Due;

    /// <summary>The day to which the term that lasts was put off, where that is later than the rule; it is taken over with the election.</summary>
    public DateOnly? ExtendedTo => Until is null && Line.ExtendedTo is { } to && to > Due ? to : null;

    public IEnumerable<PlannedSeat> New => Seats.Where(s => s.State is PostState.New);

    public Post Make(PlannedSeat seat, Guid import) => new() { UnitId = Unit!.Id, PersonId = seat.PersonId, Kind = seat.Seat.Kind, From = ElectedOn!.Value, To = Until, Basis = Line.Basis.Length > 0 ? Line.Basis : $"换届（{ElectedOn.Value.Iso()}）", ImportId = import };
}

/// <summary>A name in a sheet that no unit bears.</summary>
/// <param name="Rows">How many rows have it.</param>
/// <param name="Nearest">The unit whose name is most like it; null when none is.</param>
/// <param name="Said">What somebody said of it in this sheet.</param>
public sealed record NameOfUnit(string Name, int Rows, Unit? Nearest, Unit? Said);

/// <summary>What a sheet of elections would do, before it does.</summary>
/// <param name="Names">Those that no unit bears.</param>
/// <param name="Offered">The units whose elections the reader may enter, in organization order.</param>
public sealed record TermPlan(TermReading Reading, IReadOnlyList<PlannedTerm> Terms, IReadOnlyList<NameOfUnit> Names, IReadOnlyList<Unit> Offered)
{
    public IEnumerable<PlannedTerm> Ready => Terms.Where(t => t.State is TermState.Ready);

    public int Count(TermState state) => Terms.Count(t => t.State == state);

    public int NewPosts => Ready.Sum(t => t.New.Count());

    /// <summary>Posts on record that begin with an election.</summary>
    public int SoonerPosts => Ready.SelectMany(t => t.Seats).SelectMany(s => s.Sooner).DistinctBy(p => p.Id).Count();

    /// <summary>What was shown; another plan is shown again before it is carried out.</summary>
    public string Digest() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Terms.Select(t =>
        $"{t.Line.Key}|{t.State}|{t.Unit?.Id}|{t.ElectedOn?.Iso()}|{t.Until?.Iso()}|{t.ExtendedTo?.Iso()}|{string.Join(',', t.Seats.Select(s => $"{s.Seat}{s.State}{s.PersonId}"))}")))))[..16];
}
