using Exemplar.Documents.Sheets;
using Exemplar.Meetings;
using Exemplar.Organization;
using Exemplar.People;
using Exemplar.Rules.Catalogue;

namespace Exemplar.Agenda.Own;

/// <summary>我的记录: everything that is kept of the reader as a person, on one page and in one sheet. Only ever the reader's own.</summary>
public sealed partial class OwnRecord(AppDb db, Actor actor, MeetingKinds kinds, Lazy<RuleCatalogue> catalogue, PermissionTable permissions, TimeProvider clock)
{
    private static readonly SheetColumn[] Columns = [new("类别", 16), new("起", 12), new("止", 12), new("内容", 40), new("单位", 24), new("说明", 40)];

    /// <param name="To">Null for what happened on one day, and for what lasts (then <paramref name="Lasts"/>).</param>
    public sealed record Line(DateOnly? From, DateOnly? To, string What, string Unit, string Note, bool Lasts = false)
    {
        public string End => To?.Iso() ?? (Lasts ? "至今" : "");
    }

    /// <param name="Empty">Said when there is nothing.</param>
    public sealed record Part(string Title, IReadOnlyList<Line> Lines, string Empty);

    /// <param name="Name">Null when the account belongs to nobody.</param>
    public sealed record View(string? Name, IReadOnlyList<Part> Parts, DateOnly On);

    public async Task<View> Show(CancellationToken ct)
    {
        var today = clock.Today();
        if (actor.PersonId is not { } self || await db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == self, ct) is not { } person) return new(null, [], today);
        return new(person.Name,
            [
                new("基本信息", Facts(person), ""),
                new("身份变更", [.. person.StatusChanges.OrderByDescending(c => c.On).Select(c => new Line(c.On, null, c.Kind.Name(), "", c.Reason))], "没有登记过变更。"),
                new("科室和支部", await Stays(self, ct), "还没有编入科室或支部。"),
                new("任职", await Posts(self, ct), "没有登记过任职。"),
                new("会议", await Attended(self, ct), "没有已记录的会议。"),
                new("学时等个人台账", await Standings(self, today, ct), "没有个人的要求。"),
                new("任务", await Steps(self, ct), "没有署名办理过任务。"),
                new("账号的角色", await Roles(self, ct), "没有授予过角色。"),
                new("谁登记、更正过这些", await Logged(self, ct), "没有。"),
            ], today);
    }

    public static byte[] Sheet(View record) => SheetWriter.Write("我的记录", Columns,
        from part in record.Parts
        from line in part.Lines
        select (IReadOnlyList<string>)[part.Title, line.From.Iso(), line.End, line.What, line.Unit, line.Note]);

    private static List<Line> Facts(Person person)
    {
        (string What, string Said)[] facts =
        [
            ("姓名", person.Name), ("性别", person.Sex?.Name() ?? ""), ("出生年月", person.BirthMonth is { } born ? PartialDate.MonthOf(born).InWords : ""), ("身份", person.Status?.Name() ?? "干部职工"),
            ("入党时间", person.JoinedOn?.InWords ?? ""), ("转正时间", person.ConfirmedOn?.InWords ?? ""), ("是否离退休", person.IsRetired ? "已离退休" : "在职"),
        ];
        return [.. facts.Select(f => new Line(null, null, f.What, "", f.Said.Length > 0 ? f.Said : "未填"))];
    }
}
