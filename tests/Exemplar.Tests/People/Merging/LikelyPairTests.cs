using Exemplar.Kernel;
using Exemplar.People;
using Exemplar.People.Merging;

namespace Exemplar.Tests.People.Merging;

/// <summary>Who is proposed as one person, and with which words.</summary>
public sealed class LikelyPairTests
{
    private static readonly Guid First = Guid.CreateVersion7(), Second = Guid.CreateVersion7();

    private static KnownFacts Somebody(string name, string? born = null, string? joined = null, Guid? branch = null, Sex? sex = null, MemberStatus? status = MemberStatus.Full) => new(Guid.CreateVersion7(), name, sex,
        born is null ? null : PartialDate.FromStored(born).First, joined is null ? null : PartialDate.FromStored(joined), status, false, branch is { } b ? [b] : [], []);

    private static string Said(KnownFacts one, KnownFacts other) => LikelyPair.Of(one, other) is { } pair ? $"{string.Join('，', pair.For)} / {string.Join('，', pair.Against)}" : "";

    [Fact]
    public void The_same_name_with_what_agrees_and_what_does_not()
    {
        Assert.Equal("姓名相同，出生年月相同，入党时间相同 / 不在同一支部", Said(Somebody("张三", "1980-05", "2009-07", First), Somebody("张三", "1980-05", "2009-07-15", Second)));
        Assert.Equal("姓名只是写法不同，同一支部 / 有一份没有出生年月和入党时间，分不清", Said(Somebody("张 三", branch: First), Somebody("張三", "1980-05", branch: First)));
        Assert.Equal("姓名相同，出生年月相同 / 入党时间不同（2009年7月、2010年7月）", Said(Somebody("张三", "1980-05", "2009-07"), Somebody("张三", "1980-05", "2010-07")));
        Assert.Equal("姓名相同，同一支部 / 身份不同（正式党员、预备党员），有一份没有出生年月和入党时间，分不清", Said(Somebody("张三", branch: First), Somebody("张三", branch: First, status: MemberStatus.Probationary)));
    }

    [Fact]
    public void A_name_that_only_sounds_alike_needs_something_else_that_agrees_and_nothing_that_contradicts()
    {
        Assert.Equal("姓名读音相同，同一支部 / 有一份没有出生年月和入党时间，分不清", Said(Somebody("王小明", branch: First), Somebody("王晓明", "1980-05", branch: First)));
        Assert.Equal("", Said(Somebody("王小明", branch: First), Somebody("王晓明", branch: Second)));
        Assert.Equal("", Said(Somebody("王小明", "1980-05", branch: First), Somebody("王晓明", "1981-05", branch: First)));
    }

    [Fact]
    public void Namesakes_are_not_asked_about()
    {
        Assert.Equal("", Said(Somebody("张三", "1980-05", "2009-07", First), Somebody("张三", "1981-05", "2010-07", First)));   // both dates differ
        Assert.Equal("", Said(Somebody("张三", "1980-05", branch: First), Somebody("张三", "1981-05", branch: Second)));       // one differs, nothing agrees
        Assert.Equal("", Said(Somebody("张三", sex: Sex.Male), Somebody("张三", sex: Sex.Female)));
        Assert.Equal("", Said(Somebody("张三"), Somebody("李四")));
    }

    [Fact]
    public void The_likeliest_stand_first_and_who_was_told_apart_does_not_stand_there()
    {
        KnownFacts one = Somebody("张三", branch: First), twin = Somebody("张三", branch: First), far = Somebody("张三", branch: Second);
        var pairs = LikelyPair.Among([far, one, twin], new HashSet<(Guid, Guid)>());
        Assert.Equal(3, pairs.Count);
        Assert.Equal((one, twin), (pairs[0].One, pairs[0].Other));
        Assert.Equal(2, LikelyPair.Among([far, one, twin], new HashSet<(Guid, Guid)> { JudgedDifferent.Pair(twin.Id, one.Id) }).Count);
    }
}
