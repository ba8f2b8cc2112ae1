using Exemplar.People;
using Exemplar.Platform.Search;

namespace Exemplar.Agenda.Search;

/// <summary>What the reader finds of one record.</summary>
/// <param name="Text">The words that an excerpt is cut from; empty where the reader may not read them.</param>
public sealed record SearchLine(Guid RecordId, string Title, string Address, string Text);

/// <summary>
/// What can be found of one kind of record, and by whom. A word finds a record in whose text it stands, if the reader may
/// read that text, and one whose unit, kind or day it names, if the reader may see its title.
/// </summary>
public abstract class SearchArea(AppDb db)
{
    /// <summary>A single character names half of all units.</summary>
    private const int ShortestName = 2;

    protected AppDb Db => db;

    /// <summary>The kind of its entries, or what their kinds begin with.</summary>
    public abstract string Key { get; }
    public abstract string Name { get; }
    public abstract string Permission { get; }

    /// <summary>The entries of the area whose title the reader may see.</summary>
    public abstract IQueryable<SearchEntry> Listed();

    /// <summary>Those of them whose text the reader may read.</summary>
    protected abstract IQueryable<SearchEntry> Readable();

    /// <summary>The lines of these records, which the reader may see.</summary>
    public abstract Task<List<SearchLine>> Lines(IReadOnlyCollection<Guid> records, CancellationToken ct);

    /// <summary>The records that belong to these units.</summary>
    protected virtual IQueryable<Guid> RecordsOf(IQueryable<Guid> units) => Listed().Where(e => units.Contains(e.UnitId)).Select(e => e.RecordId);

    /// <summary>The kinds whose name holds this one.</summary>
    protected virtual List<string> KindsNamed(string name) => [];

    /// <summary>Of these entries those that the word finds.</summary>
    public IQueryable<SearchEntry> With(IQueryable<SearchEntry> entries, SearchWord word)
    {
        var holding = db.Holding(word);
        var read = Readable().Where(e => holding.Contains(e.RecordId)).Select(e => e.RecordId);
        var name = HalfWidth.Of(word.Text);
        if (name.Length < ShortestName) return entries.Where(e => read.Contains(e.RecordId));

        var units = RecordsOf(db.Units.Where(u => u.Name.Contains(name)).Select(u => u.Id));
        var kinds = KindsNamed(name);
        if (WrittenDate.Parse(name) is not { } date) return entries.Where(e => read.Contains(e.RecordId) || units.Contains(e.RecordId) || kinds.Contains(e.Kind));
        var (first, last) = (date.First, date.Last);
        return entries.Where(e => read.Contains(e.RecordId) || units.Contains(e.RecordId) || kinds.Contains(e.Kind) || (e.Day >= first && e.Day <= last));
    }
}
