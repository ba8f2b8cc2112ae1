namespace Exemplar.Campaigns.Reading;

/// <summary>What the reader proposes. Nothing in it is decided: the office reviews it beside the source.</summary>
/// <param name="Title">The document's title; empty when none was recognized.</param>
/// <param name="DocumentDate">The date of the signature or under the title; never one of web furniture.</param>
/// <param name="Cleaned">What was taken out, joined or flagged, in document order.</param>
/// <param name="Gaps">What the document does not say and a campaign needs.</param>
/// <param name="Sections">The outline; level 1 is outermost.</param>
/// <param name="Items">Problems, stages, measures and tasks in document order.</param>
public sealed record PlanReading(
    string Title,
    DateOnly? DocumentDate,
    IReadOnlyList<Cleaning> Cleaned,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<Section> Sections,
    IReadOnlyList<PlanItem> Items)
{
    /// <summary>The JSON of <c>plan read --json</c>.</summary>
    public string ToJson() => PlanReadingJson.Write(this);
}

/// <param name="Number">As in the document with half-width brackets and without 、 (一, (一), 1., ①); null for an implied parent.</param>
/// <param name="Heading">The numbered sentence without number and full stop; empty for an implied parent.</param>
/// <param name="Line">1-based line of the heading; for an implied parent that of its first child.</param>
/// <param name="Implied">The document lost this heading: numbering restarted below it.</param>
public sealed record Section(string? Number, int Level, string Heading, int Line, bool Implied, IReadOnlyList<Section> Children);

public enum PlanItemKind
{
    Problem,
    Stage,
    Measure,

    /// <summary>A measure with an owner, a deadline, a recurrence or a target.</summary>
    Task,
}

/// <param name="Text">The source span cleaned.</param>
/// <param name="Path">Numbers from the outermost section to the item itself; implied parents are left out.</param>
/// <param name="Due">Last day to be done; a span of time stands in Starts and Ends instead.</param>
/// <param name="Recurrence">每月, 每季度, 每半月 …; null when done once.</param>
/// <param name="Targets">Countable targets in the document's words: 不少于50件, 减少20%.</param>
/// <param name="Line">1-based line on which the item starts.</param>
/// <param name="Start">UTF-16 offset into <see cref="SourceText.Text"/>.</param>
/// <param name="End">Offset after the last character.</param>
/// <param name="Unsure">Codes of <see cref="UnsureReasons"/>.</param>
public sealed record PlanItem(
    PlanItemKind Kind,
    string Title,
    string Text,
    IReadOnlyList<string> Path,
    IReadOnlyList<string> Owners,
    IReadOnlyList<string> CoOwners,
    DateOnly? Due,
    DateOnly? Starts,
    DateOnly? Ends,
    string? Recurrence,
    IReadOnlyList<string> Targets,
    int Line,
    int Start,
    int End,
    IReadOnlyList<string> Unsure);
