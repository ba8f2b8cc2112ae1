using Exemplar.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Exemplar.Meetings.Recording;

/// <summary>What the pages that record and that amend share: the form beside its roll, the pasted list, more lines.</summary>
public abstract class RecordFormPage(RecordForms forms, TimeProvider clock) : FormPage<RecordForm>
{
    private const int MoreLines = 3;

    [FromRoute] public Guid Id { get; set; }
    public RecordView Shown { get; private set; } = null!;

    /// <summary>Whom the pasted list of those who came did not name.</summary>
    public IReadOnlyList<RollPlace> Unnamed { get; private set; } = [];

    public bool IsMatched { get; private set; }
    public abstract bool Amends { get; }

    /// <summary>A change, or an entry, that needs a word why.</summary>
    public bool AsksReason => Amends || clock.Today() >= Shown.Found.Kind.FrozenFrom(Shown.Day) || IsInvalid(nameof(RecordForm.Reason));
    /// <summary>Whether it has to be filled in, being empty now: a register need not have said it.</summary>
    public bool Asks(object? now) => !Shown.Found.Meeting.MayLack(now);

    public bool AsksSameDay => Form.SameDayToo || IsInvalid(nameof(RecordForm.SameDayToo));
    public bool AsksYear => Shown.Found.Kind.MayCountBefore && Shown.Day.Month <= 3;

    public IEnumerable<SelectListItem> People(Guid? chosen) => Shown.People.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == chosen));
    public IEnumerable<SelectListItem> YearChoices => new[] { Shown.Day.Year - 1, Shown.Day.Year }.Select(y => new SelectListItem($"{y} 年度", $"{y}", y == Form.CountsFor));

    public IEnumerable<SelectListItem> AnswersTo(DoubtAnswer doubt)
    {
        var meant = Shown.Roll.Where(p => doubt.Candidates.Contains(p.PersonId)).ToList();
        foreach (var place in meant)
        {
            var name = $"{place.Name}{(meant.Count(m => m.Name == place.Name) > 1 ? $"（名册第 {Shown.Roll.ToList().IndexOf(place) + 1} 位）" : "")}";
            if (doubt.IsUnclear)
            {
                yield return Choice(doubt, $"{name}到了", place.PersonId + DoubtAnswer.Came);
                yield return Choice(doubt, $"{name}没到（{doubt.Why}）", place.PersonId + DoubtAnswer.StayedAway);
            }
            else yield return Choice(doubt, $"是{name}", place.PersonId.ToString());
        }
        if (Shown.Roll.FirstOrDefault(p => p.PersonId == doubt.Behind) is { } behind) yield return Choice(doubt, $"不是人名，是{behind.Name}没到的原因", behind.PersonId + DoubtAnswer.StayedAway);
        if (doubt.IsUnclear && meant.Count == 1 && meant[0].Name == doubt.Text) yield break;   // who it is is certain
        yield return new("列席或来宾", DoubtAnswer.Guest, doubt.Answer == DoubtAnswer.Guest);
        yield return new("不算，略过", DoubtAnswer.Nobody, doubt.Answer == DoubtAnswer.Nobody);
    }

    private static SelectListItem Choice(DoubtAnswer doubt, string words, string value) => new(words, value, doubt.Answer == value);

    /// <summary>Not answered although it was sent.</summary>
    public bool IsOpen(DoubtAnswer doubt) => !ModelState.IsValid && string.IsNullOrEmpty(doubt.Answer);

    public string AsksAbout(DoubtAnswer doubt) =>
        doubt.IsUnclear ? $"名单上的“{doubt.Text}”后面写着“{doubt.Why}”，不能确定{(doubt.Candidates.Count > 1 ? "是谁、" : "")}到没到："
        : $"名单上的“{doubt.Text}”{(doubt.Away ? $"（{(doubt.Why is { Length: > 0 } why ? why : "请假")}）" : "")}{(doubt.Candidates.Count == 0 ? "不在应到人员里" : "不能确定是谁")}，是：";

    protected abstract Task<RecordView> Find(DateOnly? day, CancellationToken ct);

    protected override async Task Open(CancellationToken ct) => Shown = await Find(Form.HeldOn, ct);

    protected override async Task FillAsync(CancellationToken ct) => Form = await forms.Fill(Shown, ct);

    public virtual async Task<IActionResult> OnGet(CancellationToken ct)
    {
        await FillAsync(ct);
        return Page();
    }

    /// <summary>Reads the pasted list into the form; nothing is saved.</summary>
    public IActionResult OnPostMatch()
    {
        ModelState.Clear();
        Unnamed = Form.Match(Shown);
        Form.AsImported = false;
        IsMatched = true;
        return Page();
    }

    /// <summary>Somebody pasted the list elsewhere: the form is filled as it stands, and the list read into it; nothing is saved.</summary>
    public async Task<IActionResult> OnPostPaste(CancellationToken ct)
    {
        var pasted = Form.Pasted;
        Form = await forms.Fill(Shown, ct);
        Form.Pasted = pasted;
        return OnPostMatch();
    }

    public IActionResult OnPostMore()
    {
        ModelState.Clear();
        RecordForms.AddLines(Form, MoreLines);
        return Page();
    }

    private bool IsInvalid(string field) => ModelState.GetFieldValidationState($"{nameof(Form)}.{field}") is ModelValidationState.Invalid;
}
