using Exemplar.Rules;

namespace Exemplar.Meetings.Past;

/// <summary>Which meetings on record say, in their title or in the row they were taken over from, that they made up for others.</summary>
internal static class MadeUpMeetings
{
    private const string Sign = "补";

    /// <summary>Of these units, what makes up for something within the span. Held within a year after it at the latest.</summary>
    public static async Task<List<MadeUp>> Find(AppDb db, MeetingKinds kinds, List<Guid> units, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var until = to.AddYears(1);
        var held = await db.Meetings.AsNoTracking().IgnoreAutoIncludes().Where(m => units.Contains(m.UnitId) && m.HeldOn >= from && m.HeldOn <= until && (m.State == MeetingState.Held || m.State == MeetingState.Locked)
                && (m.Topic.Contains(Sign) || m.Origins.Any(o => o.Text.Contains(Sign))))
            .OrderBy(m => m.HeldOn).ThenBy(m => m.Id).Select(m => new { m.Id, m.UnitId, m.Kind, m.HeldOn, m.Topic, Row = m.Origins.Select(o => new { o.ImportId, o.Sheet, o.Row, o.Text }).FirstOrDefault() }).ToListAsync(ct);
        var siblings = held.Where(m => m.Row is not null).ToLookup(m => (m.UnitId, m.Kind, m.Row!.ImportId, m.Row.Sheet, m.Row.Row));   // of a row with several days nobody knows to which its words belong
        return [.. from m in held
                   let ofRow = m.Row is null ? [m] : siblings[(m.UnitId, m.Kind, m.Row.ImportId, m.Row.Sheet, m.Row.Row)]
                   let own = m.Row is not null && ofRow.Count() == 1 ? OfKind(m.Row.Text, m.Kind) : ""
                   let topic = ofRow.Count(s => s.Topic == m.Topic) == 1 ? m.Topic : ""
                   where kinds.Find(m.Kind) is { KeepsText: true }
                   from span in MadeUpWords.In($"{topic}\n{own}", m.Kind, m.HeldOn)
                   where span.First >= @from && span.Last <= to
                   select new MadeUp(m.UnitId, m.Id, $"held.{m.Kind}", m.HeldOn, span.First, span.Last)];
    }

    /// <summary>Without the cells below another kind: a row of kinds side by side tells of all of them.</summary>
    private static string OfKind(string text, string kind) =>
        string.Join('\n', text.Split('\n').Where(line => line.IndexOf('：', StringComparison.Ordinal) is var end && (end < 0 || KindWords.In(line[..end]) is not { Count: > 0 } named || named.Contains(kind))));
}
