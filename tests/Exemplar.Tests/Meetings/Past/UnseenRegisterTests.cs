using Xunit.Abstractions;

namespace Exemplar.Tests.Meetings.Past;

/// <summary>How well registers are read that the reader was not built on.</summary>
public sealed class UnseenRegisterTests(ITestOutputHelper output)
{
    [Fact]
    public void Unseen_registers_are_read_well()
    {
        var all = new Score();
        foreach (var register in WrittenRegister.In("Unseen"))
        {
            var score = Score.Of(register);
            output.WriteLine($"{register.Name}: {score}");
            all = all.Plus(score);
        }
        output.WriteLine($"all: {all}");

        Assert.True(all.Expected > 20);
        Assert.True(all.Meetings >= 0.85 * all.Expected, $"{all}");
        Assert.True(all.Meetings >= 0.9 * all.Said, $"{all}");
    }

    /// <summary>Of the meetings expected and said: how many were found with their day, and of these how many with the right kind and branch.</summary>
    private sealed record Score(int Expected = 0, int Said = 0, int Meetings = 0, int Kinds = 0, int Units = 0, int Numbers = 0)
    {
        public static Score Of(WrittenRegister register)
        {
            var expected = register.Expected.Select(WrittenRegister.Meeting).OfType<(string Place, string Day, string Kind, string Unit, string Topic, string Numbers)>().ToList();
            var said = register.Said().Select(WrittenRegister.Meeting).OfType<(string Place, string Day, string Kind, string Unit, string Topic, string Numbers)>().ToList();
            var both = expected.Select(e => (e, s: said.Where(s => s.Place == e.Place && s.Day == e.Day).OrderBy(s => s.Kind != e.Kind).FirstOrDefault())).Where(x => x.s.Place is not null).ToList();
            return new(expected.Count, said.Count(s => !s.Day.StartsWith('?')), both.Count, both.Count(x => x.e.Kind == x.s.Kind),
                both.Count(x => x.e.Unit.Length == 0 ? x.s.Unit.Length == 0 : x.s.Unit.EndsWith(x.e.Unit, StringComparison.Ordinal)), both.Count(x => x.e.Numbers == x.s.Numbers));
        }

        public Score Plus(Score other) => new(Expected + other.Expected, Said + other.Said, Meetings + other.Meetings, Kinds + other.Kinds, Units + other.Units, Numbers + other.Numbers);

        public override string ToString() => $"meetings with their day: recall {Meetings}/{Expected}, precision {Meetings}/{Said}; kinds {Kinds}/{Meetings}, branches {Units}/{Meetings}, numbers {Numbers}/{Meetings}";
    }
}
