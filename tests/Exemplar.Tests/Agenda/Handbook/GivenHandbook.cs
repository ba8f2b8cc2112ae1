using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.Tests.Campaigns.Supervision;
using Exemplar.Tests.Meetings;

namespace Exemplar.Tests.Agenda.Handbook;

/// <summary>The first branch, whose handbook is printed. The clock stands at 10 March 2026.</summary>
public abstract class GivenHandbook : MeetingHouse
{
    protected string Url(int year = 2026, Unit? unit = null) => $"/units/{(unit ?? House.FirstBranch).Id}/handbook/{year}";

    /// <summary>What the file says, paragraph by paragraph; it is valid, or the test fails.</summary>
    protected async Task<string> Printed(int year = 2026, HttpClient? reader = null) => GivenDocument.TextOf(await (reader ?? Secretary).GetByteArrayAsync(Url(year)));

    protected static void Says(string text, params IEnumerable<string> paragraphs)
    {
        var lines = text.Split('\n').ToHashSet();
        Assert.Empty(paragraphs.Where(p => !lines.Contains(p)));
    }

    protected static void NeverSays(string text, params IEnumerable<string> words) => Assert.Empty(words.Where(w => text.Contains(w, StringComparison.Ordinal)));

    /// <summary>Zhang on leave for a reason, one matter decided.</summary>
    protected Task<Guid> Decided(string decision = "每月学一次", string discussion = "大家逐一发言。", string kind = MeetingKind.Members, DateOnly? on = null) => Held(kind, on ?? new(2026, 2, 6), null,
        ("Form.Away", Zhang.Id.ToString()), ($"Form.Why[{Zhang.Id}]", "出差"), ("Form.Guests", "王科长"),
        ("Form.Agenda[0].Title", "学习计划"), ("Form.Agenda[0].Discussion", discussion), ("Form.Agenda[0].Decision", decision));
}
