using Exemplar.Documents.Templates.Blanks;
using Exemplar.Documents.Templates.Offers;
using Exemplar.Platform.Files;

namespace Exemplar.Documents.Templates;

/// <summary>Somebody chooses units and a period and takes the filled form away.</summary>
public sealed class FillForm(AppDb db, Actor actor, FileStore files, OfferBook offers, TimeProvider clock)
{
    public sealed class Form
    {
        public Guid Id { get; set; } = Guid.CreateVersion7();   // sent twice, it was filled once

        /// <summary>As <see cref="FormPeriods.KeyOf"/> writes it.</summary>
        [Display(Name = "统计期间"), StringLength(30)]
        public string? Period { get; set; }

        [Display(Name = "日期从")]
        public DateOnly? From { get; set; }

        [Display(Name = "日期到")]
        public DateOnly? To { get; set; }

        /// <summary>Ticked answers to the questions, as <c>unit:0199…</c>.</summary>
        public List<string> Answers { get; set; } = [];

        [Display(Name = "对不上的空着，照样填好下载")]
        public bool LeaveOpen { get; set; }

        [Display(Name = "没有记录的，怎么填")]
        public NothingOnRecord? NoRecord { get; set; }

        /// <summary>The period and units that <see cref="NoRecord"/> answers for: of others it is asked anew.</summary>
        public string? Asked { get; set; }
    }

    public sealed record Question(string Key, string Title, IReadOnlyList<FormChoice> Choices);

    /// <param name="Periods">Empty when the form is not one of a period.</param>
    /// <param name="Named">The period that the form itself names.</param>
    public sealed record View(FormTemplate Template, StoredFile File, BlankFile Blank, IReadOnlyList<(string Label, string Offer)> Mapped, IReadOnlyList<string> ByHand, IReadOnlyList<Question> Questions, bool IsList,
        IReadOnlyList<Period> Periods, Period? Named, IReadOnlyList<string> Remarks, IReadOnlyList<string> Warnings);

    public async Task<View> Open(Guid id, CancellationToken ct)
    {
        var template = await db.DemandForm(id, actor, ct);
        var (file, blank) = await db.OpenBlank(files, template, ct);
        var mapping = MappingOf(template);
        List<string> mapped = [.. mapping.Values];
        List<Question> questions = [];
        foreach (var question in offers.Questions.Where(q => q.Concerns(mapped))) questions.Add(new(question.Key, question.Title, await question.Choices(mapped, ct)));
        var named = offers.AsksPeriod(mapped) ? FormPeriods.NamedBy(blank, template.Title, file.Name, clock.Today()) : null;
        IReadOnlyList<Period> periods = offers.AsksPeriod(mapped) ? FormPeriods.Choices(clock.Today(), named) : [];
        return new(template, file, blank,
            [.. blank.Shape.Slots.Where(s => mapping.ContainsKey(s.Key)).Select(s => (s.Label, offers.Find(mapping[s.Key])!.Title))],
            [.. blank.Shape.Slots.Where(s => !mapping.ContainsKey(s.Key)).Select(s => s.Label)],
            [.. questions.Where(q => q.Choices.Count > 0)], mapped.Exists(o => offers.Find(o)!.IsList), periods, named, [.. offers.RemarksOn(mapped)], await offers.WarningsOn(mapped, ct));
    }

    public async Task<Result<FilledForm>> Handle(Guid id, Form form, CancellationToken ct)
    {
        var view = await Open(id, ct);
        if (!view.Template.IsPointed) return new Refusal("这张表还没有指明各栏填什么");
        if (form.From > form.To) return new Refusal(nameof(Form.To), "结束日期不能早于开始日期");
        if (Answers(form.Answers, view.Questions) is not { } answers) return new Refusal("有一个选项不在您的范围内，请重新打开本页");

        if (DaysOf(form, view) is not { } days) return new Refusal(nameof(Form.Period), "请选择统计期间，或者写明起止日期");

        var values = await offers.Read(view.Blank.Shape, MappingOf(view.Template), new(clock.Today(), days.From, days.To, answers) { Notes = view.Blank.Notes }, ct);
        if (!form.LeaveOpen && OpenRows(view.Blank, values) is { Length: > 0 } open) return new Refusal(nameof(Form.LeaveOpen), open);
        if (UnitsInDoubt.In(view.Blank, values) is { Count: > 0 } doubtful)
        {
            var (answered, asked) = (form.Asked, $"{days.From.Iso()}—{days.To.Iso()} {string.Join('、', doubtful)}");
            form.Asked = asked;
            if (form.NoRecord is null || answered != asked) return new Refusal(nameof(Form.NoRecord), UnitsInDoubt.Ask(doubtful));
        }
        var settled = UnitsInDoubt.Settle(values, form.NoRecord);
        var period = view.Periods.Count > 0 && form is { From: null, To: null } ? FormPeriods.Read(form.Period) : null;
        var title = period is { } meant ? TitleOfBlank.Find(view.Blank, meant) : null;
        var filled = view.Blank.Fill(settled, title);
        if (filled.Value is not { } content) return filled.Refusal!;
        var name = FilledForm.NameOf(view.File.Name, period, view.Periods.Count > 0 && days is { From: { } from, To: { } to } ? (from, to) : null);
        var done = new FilledForm(name, content, [.. FilledForm.Tell(name, view.Blank, settled, title, view.ByHand), .. view.Blank.NamedRowsFor(values).SelectMany(t => t.Rows.Shorter).Select(s => $"表里的“{s.Row}”填的是{s.Record}。"), .. view.Warnings]);
        return await db.Commit<FilledForm>(async (db, ct) =>
        {
            if (await db.FormFillings.AnyAsync(f => f.Id == form.Id, ct)) return done;
            var filling = new FormFilling { Id = form.Id, TemplateId = id, AccountId = actor.Account.Id, At = clock.GetUtcNow(), From = view.Periods.Count > 0 ? days.From : null, To = view.Periods.Count > 0 ? days.To : null };
            db.Add(filling);
            db.Log(actor.Act(), FormsCapability.Fill, filling);
            return done;
        }, ct);
    }

    /// <summary>Where the blank names its rows: which names and records do not meet. Empty when all do.</summary>
    private static string OpenRows(BlankFile blank, IReadOnlyDictionary<string, IReadOnlyList<FormValue>> values)
    {
        var named = blank.NamedRowsFor(values);
        var (without, left) = (named.SelectMany(t => t.Rows.Without).ToList(), named.SelectMany(t => t.Rows.LeftOver).ToList());
        return string.Join("；", new[]
        {
            without.Count > 0 ? $"表里写着的{Names(without)}没有对上，这几行会空着，有合计的也空着" : "",
            left.Count > 0 ? $"{Names(left)}在表里没有一行，不会填进去" : "",
        }.Where(s => s.Length > 0));

        static string Names(List<string> names) => $"“{string.Join("”“", names.Take(5))}”{(names.Count > 5 ? $"等 {names.Count} 个" : "")}";
    }

    /// <summary>What is still offered: a capability may have gone.</summary>
    private Dictionary<string, string> MappingOf(FormTemplate template) => template.Mappings.Where(m => m.Offer.Length > 0 && offers.Find(m.Offer) is not null).ToDictionary(m => m.Slot, m => m.Offer);

    /// <summary>Days that were written out go before a period that was chosen; null when a form of a period has neither.</summary>
    private static (DateOnly? From, DateOnly? To)? DaysOf(Form form, View view)
    {
        if (view.Periods.Count == 0) return (form.From, form.To);
        if (form is { From: not null, To: not null }) return (form.From, form.To);
        return form is { From: null, To: null } && FormPeriods.Read(form.Period) is { } period ? (period.First, period.Last) : null;
    }

    /// <summary>Null when one of them was never offered.</summary>
    private static ILookup<string, string>? Answers(List<string> ticked, IReadOnlyList<Question> questions)
    {
        List<(string Question, string Choice)> answers = [];
        foreach (var (key, choice) in ticked.OfType<string>().Select(t => t.Split(':')).Select(t => (t[0], t[^1])))
        {
            if (questions.FirstOrDefault(q => q.Key == key)?.Choices.Any(c => c.Key == choice) is not true) return null;
            answers.Add((key, choice));
        }
        return answers.ToLookup(a => a.Question, a => a.Choice);
    }
}
