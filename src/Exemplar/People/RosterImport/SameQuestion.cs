namespace Exemplar.People.RosterImport;

/// <summary>Whether a line and somebody on the roster, or in an earlier line, are one person. Only a person can say it; until then nothing is put together.</summary>
/// <param name="Key">What a form calls it: the same for the same sheet and roster.</param>
/// <param name="Said">The line as the sheet has it, in words.</param>
/// <param name="Other">Whom it may be, in words.</param>
/// <param name="Unanswered">What becomes of the line while nobody says anything.</param>
public sealed record SameQuestion(string Key, int Row, string Said, string Other, string Unanswered, bool? Answer)
{
    /// <summary>The two answers, in words.</summary>
    public string Yes { get; init; } = IsSame;
    public string No { get; init; } = "不是，另建";
    private const string IsSame = "是，合并";

    /// <summary>Whether it asks for one person, and not what a sheet that came back means.</summary>
    public bool AsksSame => Yes == IsSame;

    public static string KeyOf(RosterLine line, Person person) => $"{line.Row}:{person.Id:n}";

    public static string KeyOf(RosterLine later, RosterLine earlier) => $"{later.Row}:{earlier.Row}";

    public static string InWords(string name, DateOnly? born, PartialDate? joined, string? place) =>
        $"{name}（{string.Join('，', new[] { place, born is { } b ? $"{RosterTemplate.Month(b)}生" : null, joined is { } j ? $"{j.InWords}入党" : null }.Where(w => !string.IsNullOrEmpty(w)).DefaultIfEmpty("没有写出生年月和入党时间"))}）";

    public static string InWords(RosterLine line) => InWords(line.Name, line.BirthMonth, line.JoinedOn, line.Branch ?? line.Department);
}
