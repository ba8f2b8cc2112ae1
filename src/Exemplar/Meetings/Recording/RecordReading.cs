namespace Exemplar.Meetings.Recording;

/// <summary>Turns the form into what it says, and a pasted list into the form.</summary>
internal static class RecordReading
{
    private static readonly char[] BetweenNames = ['、', ',', '，', ';', '；', '\n', ' ', '\t', '　'];

    public static Result<MeetingRecord> Read(this RecordForm form, RecordView view)
    {
        var kind = view.Found.Kind;
        if (form.Doubts.Count(d => string.IsNullOrEmpty(d.Answer)) is > 0 and var open) return new Refusal($"名单上还有 {open} 处没有确认");
        foreach (var (field, named) in ((string, Guid?)[])[(nameof(RecordForm.Chair), form.Chair), (nameof(RecordForm.Recorder), form.Recorder), (nameof(RecordForm.Lecturer), form.Lecturer)])
            if (named is { } id && view.People.All(p => p.Id != id)) return new Refusal(field, "请从列表中选择");
        var leavesRoll = form.AsImported && view.Found.Meeting.IsAsImported && RecordForms.IsMarkedAsKept(form, view);
        if (!leavesRoll && view.Roll.Any(p => !form.Why.ContainsKey(p.PersonId))) return new Refusal(nameof(RecordForm.HeldOn), "这一天的应到人员和刚才显示的不同，已经换成这一天的，请核对谁没有到，再保存");

        var settled = form.Doubts.Select(d => d.Settled).OfType<(Guid Person, bool Away, string? Why)>().ToLookup(d => d.Person);
        var marks = leavesRoll ? [] : view.Roll.Where(p => !(view.IsGroup && form.Away.Contains(p.PersonId) && form.Why[p.PersonId] == AwayWords.NotInGroup))
            .Select(p => MarkOf(form, kind, p, settled[p.PersonId])).ToList();
        return new MeetingRecord(view.Day, form.StartsAt, form.EndsAt, Text(form.Place), Text(form.Topic), kind.IsConfirmation ? null : form.Chair, form.Recorder, form.Lecturer,
            form.CountsFor ?? view.Day.Year, form.Study ?? StudyLength.ByTime, form.FirstTopic, Text(form.ArchiveNumber), marks,
            [.. Names(form.Guests).Concat(form.Doubts.Where(d => d.Answer == DoubtAnswer.Guest).Select(d => d.Text)).Distinct()],
            Lines(form),
            view.Open.ToDictionary(o => o.ItemId, o => form.Done.Contains(o.ItemId)),
            form.StepsDone.Select((day, n) => (Number: n + 1, day)).Where(s => s.day is not null).ToDictionary(s => s.Number, s => s.day!.Value))
        {
            OnStrictness = form.OnStrictness,
            OutsideLecturer = form.OutsideLecturer,
            LeavesRoll = leavesRoll,
            Numbers = leavesRoll ? NumbersOf(form, view) : null,
        };
    }

    private static MeetingNumbers NumbersOf(RecordForm form, RecordView view) => view.Found.Meeting.Numbers is { AreOfRoll: true } kept && (kept.Due, kept.Present) == (form.Due, form.Present) ? kept
        : new(form.Due, form.Present) { OnRoll = form.Due is null && !view.IsGroup && view.Roll.Count > 0 && !(form.Present > view.Roll.Count) ? view.Roll.Count : null };

    /// <summary>Titles without the numbers of their writer; what was written without a title is on the topic.</summary>
    private static List<AgendaLine> Lines(RecordForm form)
    {
        var titles = AgendaNumbers.Strip([.. form.Agenda.Select(l => Text(l.Title))]);
        var lines = form.Agenda.Select((l, n) => new AgendaLine(l.Id, titles[n], Text(l.Discussion), Text(l.Decision))).ToList();
        var untitled = lines.FindIndex(l => l.Title.Length == 0 && (l.Discussion + l.Decision).Length > 0);
        if (untitled >= 0 && Text(form.Topic).Length > 0 && lines.TrueForAll(l => l.Title.Length == 0)) lines[untitled] = lines[untitled] with { Title = Text(form.Topic) };
        return lines;
    }

    private static RollMark MarkOf(RecordForm form, MeetingKind kind, RollPlace place, IEnumerable<(Guid Person, bool Away, string? Why)> settled)
    {
        var (away, why) = settled.Select(s => (s.Away, s.Why)).DefaultIfEmpty((form.Away.Contains(place.PersonId), form.Why[place.PersonId])).Last();
        if (!away) return new(place, Attendance.Present, "");
        if (kind.IsConfirmation) return new(place, Attendance.Absent, Text(why)[..Math.Min(Text(why).Length, RollEntry.LongestReason)]);
        var (attendance, reason) = AwayWords.Read(why);
        return new(place, attendance, reason);
    }

    /// <summary>Marks the roll by the pasted list; what is doubtful becomes a question of the form.</summary>
    /// <returns>Whom a list of those who came does not name: taken for away, without a reason, until somebody looks.</returns>
    public static IReadOnlyList<RollPlace> Match(this RecordForm form, RecordView view)
    {
        var call = RollCallText.Read(form.Pasted ?? "", view.Roll);
        foreach (var place in view.Roll.Where(p => !form.Why.ContainsKey(p.PersonId))) form.Why[place.PersonId] = "";
        foreach (var mark in call.Marks) Set(form, mark.Who.PersonId, mark.Attendance is not Attendance.Present, AwayWords.Of(mark.Attendance, mark.Reason));
        foreach (var missing in call.Missing) Set(form, missing.PersonId, away: true, view.IsGroup ? AwayWords.NotInGroup : "");
        form.Guests = string.Join('、', Names(form.Guests).Concat(call.Guests).Distinct());
        form.Doubts = [.. call.Doubts.Select(d => new DoubtAnswer
        {
            Text = d.Text,
            Away = d.Attendance is not Attendance.Present,
            IsUnclear = d.IsUnclear,
            Behind = d.Behind?.PersonId,
            Why = Short(d.IsUnclear ? d.Reason : AwayWords.Of(d.Attendance, d.Reason)),
            Candidates = [.. d.Candidates.Select(c => c.PersonId)],
        })];
        form.Pasted = null;
        return call.Missing;
    }

    private static string Short(string why) => why[..Math.Min(why.Length, RollEntry.LongestReason)];

    private static void Set(RecordForm form, Guid person, bool away, string why)
    {
        form.Away.Remove(person);
        if (away) form.Away.Add(person);
        form.Why[person] = why;
    }

    private static IEnumerable<string> Names(string? text) =>
        Text(text).Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n[..Math.Min(n.Length, MeetingGuest.LongestName)]);

    private static string Text(string? text) => text?.Trim() ?? "";
}
