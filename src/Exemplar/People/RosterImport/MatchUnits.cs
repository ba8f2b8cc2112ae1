namespace Exemplar.People.RosterImport;

/// <summary>Whoever handed a sheet in says which existing units its unknown names mean, who of several holds a post and who is one person; this import remembers it.</summary>
public sealed class MatchUnits(AppDb db, Actor actor)
{
    public sealed class Answer
    {
        /// <summary>The <see cref="UnknownUnit.Key"/> that the page showed.</summary>
        public string Of { get; set; } = "";

        /// <summary>Null founds a unit of that name.</summary>
        public Guid? Unit { get; set; }
    }

    public sealed class PostAnswer
    {
        /// <summary>The <see cref="PostQuestion.Key"/> that the page showed.</summary>
        public string Of { get; set; } = "";

        /// <summary>Null where nothing was said; 0 leaves the post as it is on record.</summary>
        public int? Row { get; set; }
    }

    public sealed class SameAnswer
    {
        /// <summary>The <see cref="SameQuestion.Key"/> that the page showed.</summary>
        public string Of { get; set; } = "";

        /// <summary>Null where nothing was said.</summary>
        public bool? Is { get; set; }
    }

    /// <summary>A unit that is not offered matches nothing when the plan is made.</summary>
    /// <param name="withoutWrong">Rows with something wrong stay out.</param>
    /// <param name="withoutTransfers">Days of 转入 under 备注 are not used.</param>
    public Task<Result<int>> Handle(Guid id, IReadOnlyList<Answer> answers, IReadOnlyList<PostAnswer> holders, IReadOnlyList<SameAnswer> people, bool withoutWrong, bool withoutTransfers, CancellationToken ct)
    {
        Dictionary<string, Guid> units = [];
        foreach (var answer in answers)
            if (answer.Unit is { } unit) units[answer.Of] = unit;
        Dictionary<string, int> posts = [];
        foreach (var holder in holders)
            if (holder.Row is { } row) posts[holder.Of] = row;
        var same = people.Where(p => p.Is is not null).GroupBy(p => p.Of).ToDictionary(g => g.Key, g => g.Last().Is!.Value);
        var matches = new UnitMatches(units) { Posts = posts, Same = same, WithoutWrong = withoutWrong, WithoutTransfers = withoutTransfers }.ToJson();
        return db.Commit<int>(async (db, ct) => await db.HandedIn(id, actor).ExecuteUpdateAsync(set => set.SetProperty(r => r.Matches, matches), ct), ct);
    }
}
