using CsCheck;
using Exemplar.Documents.Official;

namespace Exemplar.Tests.Documents.Official;

/// <summary>Documents of any content: markup, control characters, broken surrogates, very long text, empty lists.</summary>
internal static class Anything
{
    private static readonly string[] Nasty = ["", " ", "\n\n", "]]>", "<!--", "&#0;", "\uD83D", "\uDE00\uD83D", "\U00020BB7野家", "\uFFFF", new('长', 20_000)];

    private static readonly Gen<string> Text = Gen.Frequency(
        (4, Gen.Char["关于的办公室、，。《》（）〔〕0123456789abcXYZ <>&\"'\n\t"].Array[0, 60].Select(c => new string(c))),
        (3, Gen.Char[char.MinValue, char.MaxValue].Array[0, 30].Select(c => new string(c))),
        (1, Gen.Int[0, Nasty.Length - 1].Select(i => Nasty[i])));

    private static readonly Gen<IReadOnlyList<string>> Texts = Text.Array[0, 4].Select(t => (IReadOnlyList<string>)t);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<Block> Block = Gen.OneOf(
        Text.Select(t => (Block)new BodyText(t)),
        Gen.Select(Gen.Int[-1, 6], Text, Text, (level, text, following) => (Block)new BodyHeading(level, text, following)),
        Gen.Select(Gen.Select(Text, Gen.Double, (heading, share) => new TableColumn(heading, share)).Array[0, 5], Texts.Array[0, 4], Gen.Double, (columns, rows, height) => (Block)new BodyTable(columns, rows, height)),
        Gen.Select(Text, Text, (label, value) => new Field(label, value)).Array[0, 3].Array[0, 4].Select(rows => (Block)new FieldTable([.. rows])),
        Gen.Int.Select(count => (Block)new BlankLines(count % 300)));

    private static readonly Gen<Attendees> Attendees = Gen.Select(Text, Texts, (unit, names) => new Attendees(unit, names));

    private static readonly Gen<OfficialDocument> Head = Gen.Select(Gen.Enum<DocumentForm>(), Gen.Enum<Urgency>(), Text, Text, Gen.Bool, Texts, Texts,
        (form, urgency, organ, title, says, signatories, recipients) => new OfficialDocument
        {
            Form = form,
            Urgency = urgency,
            Organ = organ,
            Title = title,
            MarkSaysDocument = says,
            Signatories = signatories,
            Recipients = recipients,
        });

    private static readonly Gen<Annex> Annex = Gen.Select(Text, Block.Array[0, 3], Gen.Bool, (title, body, isLandscape) => new Annex(title, body, isLandscape));

    public static readonly Gen<OfficialDocument> Document = Gen.Select(Head, Block.Array[0, 6], Annex.Array[0, 3], Attendees.Array[0, 3], Gen.Select(Text, Day, Gen.Bool, Gen.Int), Gen.Select(Texts, Gen.Bool),
        (head, body, annexes, people, end, last) => head with
        {
            Body = body,
            Annexes = annexes,
            Number = last.Item2 ? new(end.Item1, end.Item4, end.Item4) : null,
            Signature = end.Item3 ? new(end.Item1, end.Item2, last.Item2) : null,
            Note = end.Item1,
            Attendance = last.Item2 ? new(people, people) : null,
            CopiesTo = last.Item1,
            Imprint = last.Item2 ? new(end.Item1, end.Item2) : null,
        });
}
