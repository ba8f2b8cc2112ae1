using Exemplar.Platform.Web;

namespace Exemplar.People.RosterImport;

public enum TwinKind
{
    /// <summary>Every cell that is read says the same: the sheet holds one person twice.</summary>
    Repeated,

    /// <summary>One person by name, birth month and join date, of whom two rows say different things.</summary>
    Contradicting,

    /// <summary>The same name, and a date is missing that would tell.</summary>
    Unclear,
}

/// <summary>Finds rows of one sheet that are, or may be, about one person.</summary>
internal sealed class LineTwins
{
    private readonly Dictionary<RosterLine, int> firstRows = [];
    private readonly ILookup<string, RosterLine> byName;

    public LineTwins(IEnumerable<RosterLine> lines)
    {
        var sound = lines.Where(l => !l.IsWrong).ToList();
        foreach (var line in sound) firstRows.TryAdd(WithoutRow(line), line.Row);
        byName = sound.Where(l => FirstRow(l) == l.Row).ToLookup(l => l.Name);
    }

    /// <summary>What stands against this line, in the words of the preview; null when nothing does.</summary>
    public (TwinKind Kind, string Why)? Of(RosterLine line)
    {
        if (FirstRow(line) is var first && first < line.Row) return (TwinKind.Repeated, $"与第 {first} 行相同，只算一次");
        foreach (var other in byName[line.Name])
        {
            if (other.Row == line.Row) continue;
            if (line.BirthMonth is not null && other.BirthMonth == line.BirthMonth && KnownPeople.Same(other.JoinedOn, line.JoinedOn))
            {
                if (other.Row < line.Row) return (TwinKind.Contradicting, $"与第 {other.Row} 行是同一人（姓名、出生年月、入党时间相同），但{Differences(other, line)}；请改成一致，或删去一行");
            }
            else if (KnownPeople.Agrees(other.BirthMonth, line.BirthMonth) && KnownPeople.Agrees(other.JoinedOn, line.JoinedOn))
            {
                return (TwinKind.Unclear, $"第 {other.Row} 行也叫{line.Name}，缺出生年月或入党时间，分不清是不是同一人；请补全");
            }
        }
        return null;
    }

    private int FirstRow(RosterLine line) => firstRows[WithoutRow(line)];

    private static RosterLine WithoutRow(RosterLine line) => line with { Row = 0 };

    private static string Differences(RosterLine one, RosterLine other)
    {
        (RosterColumn Column, string? One, string? Other)[] said =
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
        return string.Join('、', said.Where(s => s.One != s.Other).Select(s => $"{s.Column.Name()}不同（{s.One ?? "空"}、{s.Other ?? "空"}）"));
    }

    private static string? Retired(RosterLine line) => line.IsRetired switch { true => "退休", false => "在职", null => null };
}
