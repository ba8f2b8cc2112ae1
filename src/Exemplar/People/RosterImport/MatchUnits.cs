namespace Exemplar.People.RosterImport;

/// <summary>Whoever handed a sheet in says which existing units its unknown names mean; this import remembers it.</summary>
public sealed class MatchUnits(AppDb db, Actor actor)
{
    public sealed class Answer
    {
        /// <summary>The <see cref="UnknownUnit.Key"/> that the page showed.</summary>
        public string Of { get; set; } = "";

        /// <summary>Null founds a unit of that name.</summary>
        public Guid? Unit { get; set; }
    }

    /// <summary>A unit that is not offered matches nothing when the plan is made.</summary>
    public Task<Result<int>> Handle(Guid id, IReadOnlyList<Answer> answers, CancellationToken ct)
    {
        Dictionary<string, Guid> units = [];
        foreach (var answer in answers)
            if (answer.Unit is { } unit) units[answer.Of] = unit;
        var matches = new UnitMatches(units).ToJson();
        return db.Commit<int>(async (db, ct) => await db.HandedIn(id, actor).ExecuteUpdateAsync(set => set.SetProperty(r => r.Matches, matches), ct), ct);
    }
}
