namespace Exemplar.People.RosterImport;

/// <summary>Whoever handed a sheet in says what its unsure columns are: what waits of it is read again. The office remembers it once the sheet is imported.</summary>
public sealed class PointColumns(AppDb db, Actor actor, TimeProvider clock)
{
    public sealed class Answer
    {
        /// <summary>The <see cref="ColumnQuestion.Key"/> that the page showed.</summary>
        public string Of { get; set; } = "";

        /// <summary>Null where nothing was said.</summary>
        public RosterColumn? Column { get; set; }
    }

    /// <summary>Only columns that were asked about can be pointed at; an ID number or a telephone never is one.</summary>
    public async Task<Result<int>> Handle(Guid id, IReadOnlyList<Answer> answers, CancellationToken ct)
    {
        if (answers.Any(a => a.Column is { } column && !ColumnWords.Choices.Contains(column))) return new Refusal("请从列表中选择这一列是什么");
        return await Read(id, (waiting, words) =>
        {
            var asked = waiting.Reading().Header.Asked.ToDictionary(a => a.Key);
            Dictionary<string, RosterColumn> said = new(words.Said);
            foreach (var answer in answers.Where(a => asked.ContainsKey(a.Of)))
            {
                var (now, wanted) = (asked[answer.Of], answer.Column);
                if (wanted is { } column && (now.Column != column || now.Basis is ColumnBasis.Guessed)) said[answer.Of] = column;
                else if (wanted is null) said.Remove(answer.Of);
            }
            return words with { Said = said };
        }, ct);
    }

    /// <summary>What the office said of a heading for an earlier sheet holds no longer.</summary>
    public Task<Result<int>> Forget(Guid id, string key, CancellationToken ct) => db.Commit<int>(async (db, ct) =>
    {
        var office = await db.OfficeOfImport(actor, ct);
        foreach (var word in await db.OfficeWords.Where(w => w.Sort == WordSort.RosterColumn && w.Word == key && db.Units.Any(u => u.Id == w.OfficeId && u.Path == office)).ToListAsync(ct))
        {
            db.Remove(word);
            db.Log(actor.Act(), PeopleCapability.Import, word);
        }
        return await ReadAgain(db, id, (_, words) => new(Without(words.Remembered), Without(words.Said)), ct);

        Dictionary<string, RosterColumn> Without(IReadOnlyDictionary<string, RosterColumn> known) => known.Where(w => w.Key != key).ToDictionary(w => w.Key, w => w.Value);
    }, ct);

    private Task<Result<int>> Read(Guid id, Func<HandedInRoster, ColumnWords, ColumnWords> change, CancellationToken ct) =>
        db.Commit<int>((db, ct) => ReadAgain(db, id, change, ct), ct);

    private async Task<Result<int>> ReadAgain(AppDb db, Guid id, Func<HandedInRoster, ColumnWords, ColumnWords> change, CancellationToken ct)
    {
        var waiting = await db.HandedIn(id, actor).SingleOrDefaultAsync(ct) ?? throw new NotFound(nameof(HandedInRoster));
        if (waiting.Table.Length == 0) return 0;   // nothing was asked
        var before = waiting.ColumnWords();
        var words = change(waiting, before);
        if (waiting.ReadAgain(words, clock.Today()) is { } refusal) return refusal;
        return words.Said.Count;
    }
}
