namespace Exemplar.Documents.Official;

/// <summary>督办通知单: tells one unit what is asked of it and by when. A notice with a form instead of prose.</summary>
public sealed record SupervisionSlip
{
    /// <summary>Who supervises; also signs and seals.</summary>
    public required string Organ { get; init; }

    public DocumentNumber? Number { get; init; }

    public Urgency Urgency { get; init; }

    /// <summary>责任单位, to whom it is addressed.</summary>
    public required string Unit { get; init; }

    /// <summary>配合单位.</summary>
    public IReadOnlyList<string> CoOwners { get; init; } = [];

    /// <summary>督办事项.</summary>
    public required string Matter { get; init; }

    /// <summary>事项来源, the document or meeting that decided it.</summary>
    public string? Source { get; init; }

    /// <summary>办理要求; every line a paragraph.</summary>
    public required string Requirement { get; init; }

    /// <summary>办理时限.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>联系人, as it is to be printed.</summary>
    public string? Contact { get; init; }

    /// <summary>成文日期.</summary>
    public required DateOnly Date { get; init; }

    public bool IsSealed { get; init; } = true;

    /// <summary>As a letter (the head leaves room for all of it on one page) or under a full red head.</summary>
    public DocumentForm Form { get; init; } = DocumentForm.Letter;

    public OfficialDocument ToDocument() => new()
    {
        Form = Form,
        Organ = Organ,
        MarkSaysDocument = false,
        Number = Number,
        Urgency = Urgency,
        Title = "督办通知单",
        Recipients = [Unit],
        Body =
        [
            new BodyText($"现将下列事项交由你单位办理，请按要求抓好落实，{(Due is null ? "及时" : "在时限前")}反馈办理情况。"),
            new FieldTable([.. Rows()]),
        ],
        Signature = new(Organ, Date, IsSealed),
        Note = string.IsNullOrWhiteSpace(Contact) ? null : $"联系人：{Contact}",
    };

    private IEnumerable<IReadOnlyList<Field>> Rows()
    {
        yield return [new("督办事项", Matter)];
        if (!string.IsNullOrWhiteSpace(Source)) yield return [new("事项来源", Source)];
        yield return [new("责任单位", Unit), new("办理时限", Due is { } due ? WrittenDay.Format(due) : "")];
        if (CoOwners.Count > 0) yield return [new("配合单位", string.Join('、', CoOwners))];
        yield return [new("办理要求", Requirement)];
    }
}
