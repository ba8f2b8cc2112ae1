using Exemplar.Organization;
using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

public enum PostState
{
    [Display(Name = "登记")] New,

    /// <summary>On record from a sheet, and held longer than that one said.</summary>
    [Display(Name = "改早")] Sooner,

    [Display(Name = "已在任")] Known,

    /// <summary>Several are named for a post that one person holds.</summary>
    [Display(Name = "待选定")] Asked,

    [Display(Name = "不登记")] LeftOut,
}

/// <summary>What would become of one post that the roster names.</summary>
/// <param name="Words">As the sheet has it.</param>
/// <param name="Why">A sentence for what is asked or left out, and for what is worth a look.</param>
public sealed record PlannedPost(int Row, Guid PersonId, string Person, string Words, PostState State, Unit? Unit, PostKind? Kind, DateOnly From, string Why)
{
    /// <summary>The post on record that is meant, or that ends the day before because somebody said so.</summary>
    public Post? OnRecord { get; init; }

    /// <summary>Of the Party group in which it is held; empty for other units.</summary>
    public string Branch { get; init; } = "";

    public string Title => Unit is { } unit && Kind is { } kind ? $"{GroupNames.Of(Branch, unit.Name)}{kind.Name()}" : Words;

    /// <summary>Only of one that is new.</summary>
    public Post Make(Guid import, DateOnly asOf) => new() { UnitId = Unit!.Id, PersonId = PersonId, Kind = Kind!.Value, From = From, Basis = $"名册（{asOf.Iso()}）", ImportId = import };
}

/// <summary>Who of several holds a post that one person holds.</summary>
/// <param name="Key">What a form calls it: the same for the same sheet, whatever is founded with it.</param>
/// <param name="Incumbent">Who holds it on record; empty when nobody does.</param>
public sealed record PostQuestion(string Key, string Title, string Incumbent, IReadOnlyList<PlannedPost> Candidates, int? Answer)
{
    public static string KeyOf(Unit unit, PostKind kind) => $"{unit.Order}{kind}";
}
