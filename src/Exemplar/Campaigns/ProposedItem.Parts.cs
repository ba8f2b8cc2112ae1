using Exemplar.Campaigns.Reading;

namespace Exemplar.Campaigns;

/// <summary>How a proposal is parted, put together with another, and moved.</summary>
public sealed partial class ProposedItem
{
    /// <summary>Why nothing can be done to it any more; null when something can.</summary>
    public Refusal? Closed => Decision switch
    {
        ItemDecision.Issued => new Refusal("已经下达，不能再改"),
        ItemDecision.Merged => new Refusal("已并入前一条，要改先撤销合并"),
        _ => null,
    };

    /// <summary>
    /// What stands from <paramref name="at"/> on (an offset into the source) becomes an item of its own. Each keeps its own stretch of
    /// the source; owners, dates and stage go to both, and both wait for somebody to look at them again.
    /// </summary>
    internal Result<ProposedItem> Split(Guid id, string source, int at, string? title)
    {
        if (Closed is { } closed) return closed;
        if (WasAdded) return new Refusal("手工补充的没有原文可分，请另外补一条");
        if (SourceSentences.Of(source, Start, End).Skip(1).All(s => s.Start != at)) return new Refusal(nameof(SplitItem.Form.At), "请选第二条从哪一句开始");

        var words = SourceSentences.Flat(source, at, End);
        var second = new ProposedItem { Id = id, CampaignId = CampaignId, DocumentId = DocumentId, Path = [.. Path] };
        second.Restore(ItemState.Of(this) with
        {
            Title = string.IsNullOrWhiteSpace(title) ? SourceSentences.TitleOf(words) : title.Trim(),
            Text = words,
            Line = Line + LineEnds(source.AsSpan(Start, at - Start)),
            Start = at,
            Decision = ItemDecision.Pending,
            Unsure = Doubted(UnsureReasons.WasSplit),
        });
        (Text, End, Decision, Unsure) = (SourceSentences.Flat(source, Start, at), at, ItemDecision.Pending, Doubted(UnsureReasons.WasSplit));
        return second;
    }

    /// <summary>Takes the words, owners and targets of the item after it; its own date and stage stay when it has them.</summary>
    internal Refusal? TakeIn(ProposedItem next)
    {
        if ((Closed ?? next.Closed) is { } closed) return closed;

        var dates = (DueOn, next.DueOn) is ({ } own, { } other) && own != other;
        Text = Text.Length == 0 ? next.Words : $"{Text}{(next.WasAdded ? "\n" : "")}{next.Words}";
        if (!next.WasAdded) (Line, Start, End) = WasAdded ? (next.Line, next.Start, next.End) : (Math.Min(Line, next.Line), Math.Min(Start, next.Start), Math.Max(End, next.End));
        (NamedOwners, NamedCoOwners) = ([.. NamedOwners.Union(next.NamedOwners)], [.. NamedCoOwners.Union(next.NamedCoOwners)]);
        (OwnerIds, MissedOwners) = ([.. OwnerIds.Union(next.OwnerIds)], [.. MissedOwners.Union(next.MissedOwners)]);
        CoOwnerIds = [.. CoOwnerIds.Union(next.CoOwnerIds).Except(OwnerIds)];
        Targets = [.. Targets.Union(next.Targets)];
        (DueOn, StageId, Recurrence) = (DueOn ?? next.DueOn, StageId ?? next.StageId, Recurrence ?? next.Recurrence);
        Unsure = [.. Unsure.Union(next.Unsure).Union(dates ? [UnsureReasons.MergedDates] : [])];
        if (Kind is PlanItemKind.Measure && next.Kind is PlanItemKind.Task) Kind = PlanItemKind.Task;   // a measure with an owner or a date is a task
        (Decision, next.Decision) = (ItemDecision.Pending, ItemDecision.Merged);
        return null;
    }

    /// <summary>To another stage or none; what a person added also to another place, an offset into the source.</summary>
    internal Refusal? Move(Guid? stage, int? place)
    {
        if (Closed is { } closed) return closed;
        if (Kind is PlanItemKind.Stage && stage is not null) return new Refusal(nameof(MoveItem.Form.Stage), "阶段不归入别的阶段");
        StageId = stage;
        if (place is { } at && WasAdded) (Start, End) = (at, at);
        return null;
    }

    internal void Restore(ItemState state)
    {
        (Kind, Title, Text, NamedOwners, NamedCoOwners, MissedOwners) = (state.Kind, state.Title, state.Text, [.. state.NamedOwners], [.. state.NamedCoOwners], [.. state.MissedOwners]);
        (OwnerIds, CoOwnerIds, DueOn, StartsOn, EndsOn, Recurrence) = ([.. state.OwnerIds], [.. state.CoOwnerIds], state.DueOn, state.StartsOn, state.EndsOn, state.Recurrence);
        (Targets, StageId, Line, Start, End, Unsure, Decision) = ([.. state.Targets], state.StageId, state.Line, state.Start, state.End, [.. state.Unsure], state.Decision);
    }

    private string Words => Text.Length > 0 ? Text : Title;

    private List<string> Doubted(string reason) => [.. Unsure.Append(reason).Distinct()];

    private static int LineEnds(ReadOnlySpan<char> text) => text.Count('\n') + (text.Contains('\n') ? 0 : text.Count('\r'));
}
