using Exemplar.Documents.Templates.Offers;
using Exemplar.Organization;

namespace Exemplar.Meetings.Offers;

/// <summary>One row for each meeting of the branches that was held in the period, in organization order and by date; what the actor may not read stays empty.</summary>
public sealed class MeetingOffers(AppDb db, Actor actor, MeetingKinds kinds) : FormSource<MeetingOffers.Held>
{
    private const int Most = 2_000;   // no superior reads more

    /// <param name="Due">Null where an imported register does not say.</param>
    /// <param name="IsReadable">Whether more than day and numbers may be said.</param>
    public sealed record Held(string Unit, DateOnly On, string Time, string Kind, string Topic, string Place, string Chair, string Recorder, string Lecturer, int? Due, int? Present, IReadOnlyList<string> Away, int StudyTenths, bool IsReadable);

    public override string Name => "会议";
    public override bool IsOfPeriod => true;
    protected override bool IsList => true;

    protected override IReadOnlyList<Value> Values { get; } =
    [
        new("meetings.unit", "支部", m => m.Unit, "支部名称", "党支部", "党支部名称", "党组织", "党组织名称", "所属支部", "所在支部", "召开支部", "召开单位", "组织单位", "单位", "单位名称"),
        new("meetings.date", "会议日期", m => m.On, "日期", "时间", "召开时间", "召开日期", "会议时间", "开会时间", "开展时间", "开展日期", "活动时间", "活动日期", "授课时间", "上课时间", "学习时间"),
        new("meetings.time", "起止时间", m => m.Time, "会议起止时间", "时段"),
        new("meetings.kind", "会议类型", m => m.Kind, "会议类别", "类型", "类别", "会议名称", "会议种类", "活动类型", "活动类别", "组织生活类型", "组织生活形式", "形式", "名称", "活动名称"),
        new("meetings.topic", "会议主题", m => m.Topic, "主题", "议题", "会议议题", "主要议题", "会议内容", "主要内容", "内容", "活动主题", "活动内容", "党课题目", "党课主题", "授课题目", "授课内容", "题目", "学习内容", "学习主题"),
        new("meetings.place", "会议地点", m => m.Place, "地点", "召开地点", "活动地点", "开展地点", "授课地点", "学习地点"),
        new("meetings.chair", "主持人", m => m.Chair, "主持", "会议主持人", "召集人"),
        new("meetings.recorder", "记录人", m => m.Recorder, "记录", "会议记录人", "记录员"),
        new("meetings.lecturer", "授课人", m => m.Lecturer, "主讲人", "讲课人", "授课人姓名", "党课授课人", "主讲人姓名"),
        new("meetings.due", "应到人数", m => m.Due ?? FormValue.Unknown, "应到", "应到会人数", "应到党员", "应到党员数", "应参加人数", "应参会人数", "应到人员"),
        new("meetings.present", "实到人数", m => m.Present ?? FormValue.Unknown, "实到", "实到会人数", "实到党员", "实到党员数", "参加人数", "参会人数", "出席人数", "到会人数", "实参加人数", "实到人员", "参加党员数", "参加党员人数", "参会党员数", "到会党员数"),
        new("meetings.away", "请假（缺席）人数", m => m.Due - m.Present ?? FormValue.Unknown, "请假", "请假人数", "缺席", "缺席人数", "未到人数", "请假缺席人数"),
        new("meetings.away-names", "请假（缺席）人员", m => string.Join('、', m.Away), "请假人员", "请假人员名单", "请假人员姓名", "请假人", "请假名单", "缺席人员", "缺席人员名单", "未到人员", "缺席名单", "缺席党员", "缺席党员及原因", "缺席人员及原因", "请假人员及原因", "请假情况", "缺席情况"),
        new("meetings.rate", "出勤率", m => m is { Present: { } came, Due: { } due } ? KindLife.RateOf(came, due) : "", "到会率", "参会率", "参加率"),
        new("meetings.hours", "学时", m => m.StudyTenths == 0 ? default(FormValue) : (FormValue)(m.StudyTenths / 10m), "学习学时", "学时数"),
    ];

    // The roll of an imported meeting holds only whom its register names.
    private static int? Known(int? said, int counted, bool isKept) => isKept ? counted : said;

    protected override async Task<IReadOnlyList<Held>> Find(FormScope scope, CancellationToken ct)
    {
        var days = scope.Days;
        var chosen = scope.ChosenKeys(MeetingKindQuestion.Name);
        var units = db.Units.Where(actor, MeetingsCapability.View).Where(u => u.Kind == UnitKind.Branch || u.Kind == UnitKind.GeneralBranch || u.Kind == UnitKind.PartyGroup).Within(db, scope.Chosen(UnitQuestion.Name));
        var confirmations = kinds.All.Where(k => k.IsConfirmation).Select(k => k.Key).ToList();
        var readable = db.ReadableMeetings(actor).Select(m => m.Id);
        var found = await db.Meetings.AsNoTracking().Where(m => m.HeldOn >= days.From && m.HeldOn <= days.To && (m.State == MeetingState.Held || m.State == MeetingState.Locked))
            .Where(m => !confirmations.Contains(m.Kind) && (chosen.Count == 0 || chosen.Contains(m.Kind)))
            .Join(units, m => m.UnitId, u => u.Id, (m, u) => new { m, u.Name, u.Order })
            .OrderBy(x => x.Order).ThenBy(x => x.m.HeldOn).ThenBy(x => x.m.StartsAt).ThenBy(x => x.m.Id).Take(Most)
            .Select(x => new
            {
                x.m.Id,
                Unit = x.Name,
                x.Order,
                x.m.HeldOn,
                x.m.StartsAt,
                x.m.EndsAt,
                x.m.Kind,
                x.m.Topic,
                x.m.Place,
                Chair = db.People.Where(p => p.Id == x.m.ChairId).Select(p => p.Name).FirstOrDefault() ?? "",
                Recorder = db.People.Where(p => p.Id == x.m.RecorderId).Select(p => p.Name).FirstOrDefault() ?? "",
                Lecturer = db.People.Where(p => p.Id == x.m.LecturerId).Select(p => p.Name).FirstOrDefault() ?? "",
                Origin = x.m.Origins.Where(o => o.IsOpen).Select(o => new { Due = o.Due ?? o.OnRoll, o.Present }).FirstOrDefault(),
                OnRoll = x.m.Roll.Count,
                Came = x.m.Roll.Count(r => r.Attendance == Attendance.Present),
                x.m.StudyTenths,
                IsReadable = readable.Contains(x.m.Id),
            }).ToListAsync(ct);
        var ids = found.Where(m => m.IsReadable).Select(m => m.Id).ToList();
        var away = (await db.MeetingRoll.Where(r => ids.Contains(r.MeetingId) && r.Attendance != Attendance.Present).OrderBy(r => r.Position).Select(r => new { r.MeetingId, r.Name }).ToListAsync(ct)).ToLookup(r => r.MeetingId, r => r.Name);
        return [.. found.OrderBy(m => m.Order, StringComparer.Ordinal).ThenBy(m => m.HeldOn).ThenBy(m => m.StartsAt).ThenBy(m => m.Id)
            .Select(m => m.IsReadable
                ? new Held(m.Unit, m.HeldOn, m.StartsAt is { } from ? $"{from:HH\\:mm}{(m.EndsAt is { } to ? $"—{to:HH\\:mm}" : "")}" : "", kinds.Find(m.Kind)?.Name ?? m.Kind, m.Topic, m.Place, m.Chair, m.Recorder, m.Lecturer, Known(m.Origin?.Due, m.OnRoll, m.Origin is null), Known(m.Origin?.Present, m.Came, m.Origin is null), [.. away[m.Id]], m.StudyTenths, true)
                : new Held(m.Unit, m.HeldOn, "", kinds.Find(m.Kind)?.Name ?? m.Kind, "", "", "", "", "", Known(m.Origin?.Due, m.OnRoll, m.Origin is null), Known(m.Origin?.Present, m.Came, m.Origin is null), [], m.StudyTenths, false))];
    }
}

/// <summary>Which kinds of meetings a list of them is about.</summary>
public sealed class MeetingKindQuestion(MeetingKinds kinds) : IFormQuestion
{
    public const string Name = "kind";

    public string Key => Name;
    public string Title => "哪些会议类型（不选就是全部）";

    public Task<IReadOnlyList<FormChoice>> Choices(IReadOnlyCollection<string> offers, CancellationToken ct) => Task.FromResult<IReadOnlyList<FormChoice>>(
        [.. kinds.All.Where(k => !k.IsConfirmation && (k.UnitKinds.Contains(UnitKind.Branch) || k.UnitKinds.Contains(UnitKind.PartyGroup))).Select(k => new FormChoice(k.Key, k.Name))]);

    public bool Concerns(IReadOnlyCollection<string> offers) => offers.Any(o => o.StartsWith("meetings.", StringComparison.Ordinal));
}
