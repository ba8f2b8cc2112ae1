using Exemplar.Rules.Catalogue;
using Exemplar.Rules.Standings;

namespace Exemplar.Platform.Data;

/// <summary>What the standings of a write rest on beside facts, read before its turn.</summary>
public partial class AppDb
{
    /// <summary>The records on which a unit's roll rests, and what rules ask of it.</summary>
    internal static readonly string[] RosterRecords = ["Unit", "Person", "Post", "OwnRule"];

    private Foresight? foresight;

    /// <summary>Before the turn: the rules, and a unit and these people as those rules see them that read facts of these kinds.</summary>
    internal async Task Foresee(Guid unit, IReadOnlyCollection<Guid> people, IReadOnlyCollection<string> kinds, CancellationToken ct)
    {
        if (Reckoning is not { } reckoning) return;
        foresight = null;
        var rules = await reckoning.RulesInUse(this, ct);
        var reading = Reckoning.Reading(rules, kinds);
        foresight = new(rules, [.. reading.Select(r => r.Id)], (await Subjects([unit, .. people], reading, ct)).ToDictionary(s => s.Id));
    }

    /// <summary>Those foreseen are as they stand. A commit that changes the roster itself reads them all.</summary>
    private async Task<List<Subject>> Foreseen(IReadOnlyCollection<Guid> ids, List<Rule> rules, bool persons, Func<IReadOnlyCollection<Guid>, List<Rule>, CancellationToken, Task<List<Subject>>> read, CancellationToken ct)
    {
        if (rules.Count == 0) return [];
        if (foresight is not { } seen || touched.Whole.Count > 0 || !rules.TrueForAll(r => seen.Of.Contains(r.Id))) return await read(ids, rules, ct);

        var unseen = ids.Where(id => !seen.Subjects.ContainsKey(id)).ToList();
        var known = ids.Select(seen.Subjects.GetValueOrDefault).OfType<Subject>().Where(s => s.IsPerson == persons);
        return [.. known, .. unseen.Count > 0 ? await read(unseen, rules, ct) : []];
    }

    /// <param name="Of">The ids of the rules with whose eyes they were read.</param>
    private sealed record Foresight(IReadOnlyList<Rule> Rules, HashSet<string> Of, Dictionary<Guid, Subject> Subjects);
}
