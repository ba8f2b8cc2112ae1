using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

public enum TwinKind
{
    /// <summary>Every cell that is read says the same: the sheet holds one person twice.</summary>
    Repeated,

    /// <summary>Somebody said that it is the person of an earlier line.</summary>
    Joined,

    /// <summary>One person by name, birth month and join date, of whom two rows say different things.</summary>
    Contradicting,

    /// <summary>The same name, or one written in another way, and nothing tells whether it is one person.</summary>
    Unclear,
}

/// <summary>Finds rows of one sheet that are, or may be, about one person.</summary>
internal sealed class LineTwins
{
    private readonly Dictionary<RosterLine, int> firstRows = [];
    private readonly ILookup<string, RosterLine> byName;
    private readonly IReadOnlyDictionary<string, bool> answers;

    public LineTwins(IEnumerable<RosterLine> lines, IReadOnlyDictionary<string, bool> answers)
    {
        this.answers = answers;
        var sound = lines.Where(l => !l.IsWrong).ToList();
        foreach (var line in sound) firstRows.TryAdd(WithoutRow(line), line.Row);
        byName = sound.Where(l => FirstRow(l) == l.Row).ToLookup(l => NameLikeness.KeyOf(l.Name));
    }

    /// <summary>What stands against this line, in the words of the preview, with the other line; null when nothing does.</summary>
    public (TwinKind Kind, string Why, RosterLine? Other)? Of(RosterLine line)
    {
        if (FirstRow(line) is var first && first < line.Row) return (TwinKind.Repeated, $"与{RowPlace.InWords(first)}相同，只算一次", null);
        foreach (var other in byName[NameLikeness.KeyOf(line.Name)])
        {
            if (other.Row == line.Row) continue;
            if (IsCertain(line, other))
            {
                if (other.Row < line.Row) return (TwinKind.Contradicting, $"与{RowPlace.InWords(other.Row)}是同一人（姓名、出生年月、入党时间相同），但{Differences(other, line)}；请改成一致，或删去一行", other);
            }
            else if (IsDoubtful(line, other))
            {
                var said = Said(line, other);
                if (said is true && other.Row < line.Row) return (TwinKind.Joined, $"按您选的，与{RowPlace.InWords(other.Row)}{other.Name}是同一人{(Conflicts(other, line) is { Length: > 0 } conflicts ? $"；{conflicts}，以{RowPlace.InWords(other.Row)}为准" : "")}", other);
                if (said is null) return (TwinKind.Unclear, line.Name == other.Name ? $"{RowPlace.InWords(other.Row)}也叫{line.Name}，缺出生年月或入党时间，分不清是不是同一人；请补全" : $"{RowPlace.InWords(other.Row)}的{other.Name}可能是同一人，姓名写法不同", other);
            }
        }
        return null;
    }

    /// <summary>Earlier lines that may be the same person.</summary>
    public IEnumerable<RosterLine> Doubtful(RosterLine line) =>
        firstRows.TryGetValue(WithoutRow(line), out var first) && first < line.Row ? [] : byName[NameLikeness.KeyOf(line.Name)].Where(other => other.Row < line.Row && !IsCertain(line, other) && IsDoubtful(line, other));

    /// <summary>The line with what later lines of the same person say where it is silent.</summary>
    public RosterLine Whole(RosterLine line)
    {
        foreach (var other in byName[NameLikeness.KeyOf(line.Name)])
        {
            if (other.Row <= line.Row || Said(other, line) is not true) continue;
            line = line with
            {
                Sex = line.Sex ?? other.Sex,
                BirthMonth = line.BirthMonth ?? other.BirthMonth,
                JoinedOn = line.JoinedOn ?? other.JoinedOn,
                ConfirmedOn = line.ConfirmedOn ?? other.ConfirmedOn,
                Status = line.Status ?? other.Status,
                IsMember = line.IsMember ?? other.IsMember,
                IsStatusDerived = line.Status is null ? other.IsStatusDerived : line.IsStatusDerived,
                IsRetired = line.IsRetired ?? other.IsRetired,
                Branch = line.Branch ?? other.Branch,
                Department = line.Department ?? other.Department,
                PartyPosts = line.PartyPosts ?? other.PartyPosts,
            };
        }
        return line;
    }

    private static bool IsCertain(RosterLine one, RosterLine other) =>
        one.Name == other.Name && one.BirthMonth is not null && other.BirthMonth == one.BirthMonth && KnownPeople.Same(other.JoinedOn, one.JoinedOn);

    private static bool IsDoubtful(RosterLine one, RosterLine other) => one.Name == other.Name
        ? KnownPeople.Agrees(other.BirthMonth, one.BirthMonth) && KnownPeople.Agrees(other.JoinedOn, one.JoinedOn)
        : KnownPeople.IsLikely(other.BirthMonth, other.JoinedOn, one);

    private bool? Said(RosterLine one, RosterLine other) =>
        answers.TryGetValue(one.Row > other.Row ? SameQuestion.KeyOf(one, other) : SameQuestion.KeyOf(other, one), out var said) ? said : null;

    /// <summary>A line that was made whole stands for itself.</summary>
    private int FirstRow(RosterLine line) => firstRows.GetValueOrDefault(WithoutRow(line), line.Row);

    private static RosterLine WithoutRow(RosterLine line) => line with { Row = 0 };

    private static string Differences(RosterLine one, RosterLine other) =>
        string.Join('、', Compared(one, other).Where(s => s.One != s.Other).Select(s => $"{s.Column.Name()}不同（{s.One ?? "空"}、{s.Other ?? "空"}）"));

    private static string Conflicts(RosterLine one, RosterLine other) =>
        string.Join('、', Compared(one, other).Where(s => s.One is not null && s.Other is not null && s.One != s.Other).Select(s => $"{s.Column.Name()}不同（{s.One}、{s.Other}）"));

    private static (RosterColumn Column, string? One, string? Other)[] Compared(RosterLine one, RosterLine other) =>
    [
        (RosterColumn.Sex, one.Sex?.Name(), other.Sex?.Name()),
        (RosterColumn.JoinedOn, one.JoinedOn?.InWords, other.JoinedOn?.InWords),
        (RosterColumn.Status, one.Status?.Name(), other.Status?.Name()),
        (RosterColumn.ConfirmedOn, one.ConfirmedOn?.InWords, other.ConfirmedOn?.InWords),
        (RosterColumn.Branch, one.Branch, other.Branch),
        (RosterColumn.Department, one.Department, other.Department),
        (RosterColumn.Standing, Retired(one), Retired(other)),
        (RosterColumn.PartyPost, one.PartyPosts, other.PartyPosts),
    ];

    private static string? Retired(RosterLine line) => line.IsRetired switch { true => "退休", false => "在职", null => null };
}
