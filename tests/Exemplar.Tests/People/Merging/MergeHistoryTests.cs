using CsCheck;
using Exemplar.Meetings;
using Exemplar.People;
using Exemplar.People.Merging;
using Exemplar.Platform.Data;
using Exemplar.Platform.Log.Verification;
using Exemplar.Tests.Meetings;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.Merging;

/// <summary>Whatever two records of one person have gone through, one merge leaves facts that the meetings say, standings reckoned from nothing, and a clean log.</summary>
public sealed class MergeHistoryTests : MeetingHouse
{
    private sealed record Past(bool OtherBranch, int From, int? To, List<(int Day, int One, int Other, bool Chairs, bool Leads)> Meetings, bool TakeOther);

    private static readonly Gen<Past> Pasts =
        from other in Gen.Bool
        from begin in Gen.Int[0, 40]
        from end in Gen.Int[45, 120]
        from lasts in Gen.Bool
        from meetings in Gen.Select(Gen.Int[0, 60], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Bool, Gen.Bool).List[1, 5]
        from take in Gen.Bool
        select new Past(other, begin, lasts ? null : Math.Min(end, 60), meetings, take);

    [Fact]
    public async Task What_a_merge_leaves_is_what_the_records_say()
    {
        await App.Keep(new(2025, 1, 1), House.Committee, House.FirstBranch, House.SecondBranch);
        foreach (var seed in Enumerable.Range(1, 8))
        {
            var past = Pasts.Generate(new PCG((uint)seed), null, out _);
            var (one, other) = (await House.Somebody($"王小明{seed}", House.FirstBranch), await Lived(past, $"王晓明{seed}"));
            var ids = new List<Guid>();
            foreach (var meeting in past.Meetings) ids.Add(await Recorded(one, other, meeting));

            var url = $"/people/{one.Id}/merge/{other.Id}";
            var page = await Committee.Open(url);
            (string, string)[] answers = past.TakeOther && page.QuerySelector("#Form_Take_Places_") is not null ? [("Form.Take[Places]", "Other")] : [];
            await (await Committee.SubmitForm(page, url, "main form[method=post]", answers)).Leads(Committee, "已合并");

            foreach (var id in ids)
            {
                var kept = await Kept(id);
                Assert.Equal(Said(MeetingFacts.Of(kept, Kinds.Find(kept.Kind)!)), Said(await App.Read(db => db.Facts.Where(f => f.RecordId == id && !f.Voided).ToListAsync())));
            }
            Assert.Empty(await App.Read(db => db.MentionsOf([other.Id], [.. MergePeople.StayingColumns.Select(c => c.Row)], default)));
            Assert.Equal(0, await App.Recount());
        }
        await using var scope = App.Services.CreateAsyncScope();
        Assert.Empty((await scope.ServiceProvider.GetRequiredService<VerifyLog>().Handle(null, null, default)).Findings);
    }

    private static List<string> Said(IEnumerable<Exemplar.Rules.Fact> facts) => [.. facts.Select(f => $"{f.Kind} {f.UnitId} {f.PersonId} {f.OccurredOn} {f.CountsOn} {f.Quantity}").Order(StringComparer.Ordinal)];

    private Task<Person> Lived(Past past, string name) =>
        Belongs(name, MemberStatus.Full, past.OtherBranch ? House.SecondBranch : House.FirstBranch, new DateOnly(2026, 1, 1).AddDays(past.From), past.To is { } to ? new DateOnly(2026, 1, 1).AddDays(to) : null);

    /// <summary>0 is not on the roll, else the ways to attend in turn.</summary>
    private async Task<Guid> Recorded(Person one, Person other, (int Day, int One, int Other, bool Chairs, bool Leads) it)
    {
        var on = new DateOnly(2026, 1, 1).AddDays(it.Day);
        var kind = Kinds.Find(it.Leads ? MeetingKind.Lecture : MeetingKind.Members)!;
        List<RollMark> roll = [new(new(SecretaryPerson.Id, SecretaryPerson.Name, MemberStatus.Full, Votes: true), Attendance.Present, "")];
        foreach (var (person, how) in new[] { (one, it.One), (other, it.Other) })
            if (how > 0) roll.Add(new(new(person.Id, person.Name, MemberStatus.Full, Votes: true), (Attendance)(how - 1), how is 2 or 3 ? "出差" : ""));
        var chair = it.Chairs && it.Other is 1 ? other.Id : SecretaryPerson.Id;
        var plan = new MeetingPlan(on, new(14, 0), new(16, 0), "三楼会议室", "学习讨论", chair, RecorderPerson.Id, []);
        var act = new Exemplar.Platform.Log.Act(null, null, TestApp.Start);
        var meeting = Meeting.Plan(Guid.CreateVersion7(), kind, House.FirstBranch, plan, act, on).Value!;
        var said = new MeetingRecord(on, new(14, 0), new(16, 0), "三楼会议室", "学习讨论", chair, RecorderPerson.Id, it.Leads ? it.Other is 1 ? other.Id : SecretaryPerson.Id : null, on.Year, StudyLength.ByTime, false, "", roll, [], [],
            new Dictionary<Guid, bool>(), new Dictionary<int, DateOnly>());
        Assert.Null(meeting.Record(kind, said, "补录", act));
        await App.Read(db => db.Commit<int>(async (db, ct) =>
        {
            db.Add(meeting);
            db.Log(act, "test.given", meeting);
            await db.StateFacts(meeting.Id, MeetingFacts.Of(meeting, kind), ct);
            return 0;
        }, default));
        return meeting.Id;
    }
}
