using System.Text.Json;
using System.Text.Json.Serialization;

namespace Exemplar.Tasks.Supervision;

public enum Colour
{
    [Display(Name = "蓝色")] Blue,
    [Display(Name = "橙色")] Orange,
    [Display(Name = "红色")] Red,
}

public enum LadderClock
{
    Due,
    Issue,
}

/// <summary>What the unit must have done for a step not to be taken.</summary>
public enum LadderStop
{
    Received,
    Reported,
    Finished,
}

/// <summary>
/// One step of a ladder: taken on the <paramref name="Workdays"/>th working day after (negative: before) the day that
/// <paramref name="From"/> names, unless the unit has done <paramref name="Unless"/>.
/// </summary>
public sealed record LadderStep(Colour Colour, string Name, LadderClock From, int Workdays, LadderStop Unless, bool TellsSuperior)
{
    public DateOnly On(DateOnly due, DateOnly issued, WorkingCalendar calendar) => calendar.AddWorkdays(From is LadderClock.Due ? due : issued, Workdays);
}

/// <summary>How an office urges, as data of <c>rules/ladders/</c>; all are local practice, none is law.</summary>
public sealed record Ladder(string Key, string Name, string Source, string Status, IReadOnlyList<LadderStep> Steps);

public sealed class Ladders(IReadOnlyList<Ladder> ladders)
{
    public const string Usual = "three-colour";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public IReadOnlyList<Ladder> All => ladders;

    public Ladder? Find(string key) => ladders.FirstOrDefault(l => l.Key == key);

    public static Ladders Read() => new([.. Directory
        .GetFiles(Path.Combine(AppContext.BaseDirectory, "rules", "ladders"), "*.json").Order(StringComparer.Ordinal)
        .Select(file => JsonSerializer.Deserialize<Ladder>(File.ReadAllText(file), Json)!)
        .OrderByDescending(l => l.Key == Usual)]);
}
