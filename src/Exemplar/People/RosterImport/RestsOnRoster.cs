using Exemplar.Organization;
using Exemplar.Rules;
using Exemplar.Rules.Standings;

namespace Exemplar.People.RosterImport;

/// <summary>What has come to rest on an imported roster since: while anything does, it cannot be taken back.</summary>
internal static class RestsOnRoster
{
    /// <summary>Rows that follow people and units, or only keep what was: they stand in nobody's way. Words that mean a unit go with it.</summary>
    private static readonly string[] Following = [nameof(LogEntry), nameof(Membership), nameof(Statuses.StatusChange), nameof(Fact), nameof(Standing), nameof(BroughtIn), nameof(Post), "SearchEntry", "SecurityEvent", nameof(OfficeWord), nameof(Unit)];

    /// <summary>In words, by name: 张三（会议名单）; empty when nothing does.</summary>
    public static async Task<IReadOnlyList<string>> RestsOnImport(this AppDb db, Guid import, CancellationToken ct)
    {
        var brought = db.BroughtIn.Where(b => b.ImportId == import);
        var people = await db.People.Where(p => brought.Any(b => b.Id == p.Id)).Select(p => new { p.Id, p.Name, p.Version }).ToListAsync(ct);
        var units = await db.Units.Where(u => brought.Any(b => b.Id == u.Id)).OrderBy(u => u.Order).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        var gone = await brought.CountAsync(ct) - people.Count - units.Count;

        var names = people.Select(p => (p.Id, p.Name)).Concat(units.Select(u => (u.Id, u.Name))).ToDictionary(x => x.Id, x => x.Name);
        var except = db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => Following.Contains(t.Name)).ToList();
        var mentions = (await db.MentionsOf(names.Keys, except, ct)).GroupBy(m => m.Id).ToDictionary(g => g.Key, g => g.Select(m => NameOf(m.By)).Distinct().Order(StringComparer.Ordinal).ToList());
        foreach (var changed in people.Where(p => p.Version > 0)) Add(changed.Id, "更正、调动过");
        var posts = db.Posts.Where(p => p.ImportId != import);   // those that came with it go with it
        foreach (var id in await posts.Select(p => p.PersonId).Union(posts.Select(p => p.UnitId)).Where(id => brought.Any(b => b.Id == id)).ToListAsync(ct)) Add(id, "任职");
        if (await db.Posts.Where(p => p.ImportId == import && p.To != null).Select(p => p.PersonId).FirstOrDefaultAsync(ct) is { } ended && names.ContainsKey(ended)) Add(ended, "离任");
        foreach (var id in await db.Posts.Where(p => p.ImportId == import && db.PostCorrections.Any(c => c.PostId == p.Id)).Select(p => p.PersonId).Distinct().ToListAsync(ct))
            if (names.ContainsKey(id)) Add(id, "更正过任职");
        foreach (var parent in await db.Units.Where(u => brought.Any(b => b.Id == u.ParentId) && !brought.Any(b => b.Id == u.Id)).Select(u => u.ParentId!.Value).Distinct().ToListAsync(ct)) Add(parent, "下级单位");   // a branch and its group that came together go together
        foreach (var unit in await db.Memberships.Where(m => brought.Any(b => b.Id == m.UnitId) && !brought.Any(b => b.Id == m.PersonId)).Select(m => m.UnitId).Distinct().ToListAsync(ct)) Add(unit, "编入了别的人");
        return [.. names.Keys.Where(mentions.ContainsKey).Select(id => $"{names[id]}（{string.Join('、', mentions[id])}）"), .. gone > 0 ? [$"另有 {gone} 个已经不在"] : Array.Empty<string>()];

        void Add(Guid id, string why) => (mentions.TryGetValue(id, out var words) ? words : mentions[id] = []).Add(why);
    }

    /// <summary>By the names of their types: people are at the bottom and know nothing of what is built on them.</summary>
    private static string NameOf(Type type) => type.Name switch
    {
        "Account" => "账号",
        "Grant" => "授权",
        "UnitStep" => "单位调整",
        "Meeting" or "RollEntry" or "MeetingStep" or "MeetingSeries" => "会议",
        "Vote" or "Election" or "Candidate" or "Elector" => "表决选举",
        "MajorMatter" => "重大事项",
        "WorkTask" or "Assignment" or "AssignmentStep" or "TaskSeries" => "任务",
        "ImportedRegister" or "HandedInRegister" => "导入的登记表",
        "ImportedRoster" => "另一次名册导入",
        "RosterSheetIssue" => "发过名册表",
        "PersonMerge" => "合并过重复的一份",
        "JudgedDifferent" => "判断过不是同一人",
        _ => "其他记录",
    };
}
