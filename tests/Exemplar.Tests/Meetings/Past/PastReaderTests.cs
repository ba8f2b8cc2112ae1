using Exemplar.People.RosterImport;

namespace Exemplar.Tests.Meetings.Past;

public sealed class PastReaderTests
{
    public static TheoryData<string> Registers => [.. WrittenRegister.In("Files").Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Registers))]
    public void A_register_is_read_as_a_careful_reader_would(string name)
    {
        var register = WrittenRegister.In("Files").Single(r => r.Name == name);

        Assert.Equal(register.Expected.Select(Comparable), register.Said().Zip(register.Expected.Concat(Enumerable.Repeat("", 100)), Nearer).Select(Comparable));
    }

    /// <summary>A title may call the branch by more words than it needs: 机关第一党支部 for 第一党支部 is right.</summary>
    private static string Nearer(string said, string expected) =>
        WrittenRegister.Meeting(said) is { } a && WrittenRegister.Meeting(expected) is { } b && a.Unit.EndsWith(b.Unit, StringComparison.Ordinal) && b.Unit.Length > 0
            ? said.Replace(said.Split(" | ")[3], expected.Split(" | ")[3], StringComparison.Ordinal) : said;

    private static string Comparable(string line) => WrittenRegister.Meeting(line) is { } m ? $"{m.Place} | {m.Day} | {m.Kind} | {RosterUnits.Key(m.Unit)} | {m.Topic} | {m.Numbers}" : line;
}
