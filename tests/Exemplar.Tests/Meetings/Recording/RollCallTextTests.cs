using Exemplar.Meetings;
using Exemplar.Meetings.Recording;
using Exemplar.People;

namespace Exemplar.Tests.Meetings.Recording;

/// <summary>
/// Lists as branches paste them from their group. Expected: names present; <c>name=</c> with 假 (and the reason), 缺 or 书;
/// <c>+name</c> a guest; <c>?text:</c> with the people it may mean (none: not on the roll), <c>~note</c> when it is the note that is
/// not understood, <c>^name</c> when the word may also be a note on who stands before it.
/// </summary>
public sealed class RollCallTextTests
{
    private static readonly string[] Names = ["张三", "李四", "王五", "赵小红", "欧阳明", "李娜", "陈建国", "陈建华", "买买提·吐尔逊", "王伟", "王伟"];
    private static readonly RollPlace[] Roll = [.. Names.Select(name => new RollPlace(Guid.CreateVersion7(), name, MemberStatus.Full, Votes: true))];

    [Theory]
    [InlineData("", "")]
    [InlineData("1.张三\n2.李四", "张三 李四")]
    [InlineData("1、张三 2、李四 3、王五", "张三 李四 王五")]
    [InlineData("1.张三 2.李四 请假 3.王五", "张三 李四=假 王五")]
    [InlineData("张三，李四；王五", "张三 李四 王五")]
    [InlineData("张三 李四 王五", "张三 李四 王五")]
    [InlineData("张三\t李四\r\n王五", "张三 李四 王五")]
    [InlineData("张三、李四等12人", "张三 李四")]
    [InlineData("１．张三　２．李四", "张三 李四")]
    [InlineData("①张三 ②李四 ⑩王五", "张三 李四 王五")]
    [InlineData("(1)张三 （2）李四 【3】王五 4）李娜", "张三 李四 王五 李娜")]
    [InlineData("1张三\n2李四", "张三 李四")]
    [InlineData("一、张三\n二、李四\n十一、王五", "张三 李四 王五")]
    [InlineData("1. 张三👍 2. 李四[强] 3. 王五✅🎉", "张三 李四 王五")]
    [InlineData("@李四 @张三\u2005", "李四 张三")]
    [InlineData("#接龙\n周五下午党员大会，请接龙\n例 姓名\n\n1. 张三\n2. 李四", "张三 李四")]
    [InlineData("张　三\n李 四\n王五", "张三 李四 王五")]
    [InlineData("买买提吐尔逊、买买提.吐尔逊", "买买提·吐尔逊")]
    public void Names_are_found_however_the_list_is_written(string text, string expected) => Assert.Equal(expected, Said(text));

    [Theory]
    [InlineData("张三 参加\n李四：收到\n王五-到\n李娜+1\n赵小红 OK", "张三 李四 王五 李娜 赵小红")]
    [InlineData("张三准时参加，李四已到", "张三 李四")]
    [InlineData("张三 迟到10分钟", "张三")]
    [InlineData("张三书记、李四主任、王五同志、李娜（宣传委员）", "张三 李四 王五 李娜")]
    [InlineData("张三（女，预备）\n李四 已阅\n王五（回族）\n李娜 退休党员", "张三 李四 王五 李娜")]
    [InlineData("张三 报名参加\n李四 必到\n王五（现场）\n李娜 没问题", "张三 李四 王五 李娜")]
    [InlineData("张三（接待科）\n李四 机关党委\n王五 党支部副书记\n李娜 市委办", "张三 李四 王五 李娜")]
    [InlineData("综合科张三\n秘书科-李四\n王五-综合科\n第一党支部李娜", "张三 李四 王五 李娜")]
    [InlineData("应到14人，实到2人：张三、李四", "张三 李四")]
    public void What_stands_around_a_name_does_no_harm(string text, string expected) => Assert.Equal(expected, Said(text));

    [Theory]
    [InlineData("张三(出差请假)", "张三=假出差")]
    [InlineData("张三（病假）", "张三=假病假")]
    [InlineData("李四 请假 出差", "李四=假出差")]
    [InlineData("李四 请假（家中有事） 王五", "李四=假家中有事 王五")]
    [InlineData("李四请假", "李四=假")]
    [InlineData("李四因公出差请假", "李四=假因公出差")]
    [InlineData("李四 已请假", "李四=假")]
    [InlineData("李四 值班，来不了", "李四=假值班")]
    [InlineData("李四 不参加", "李四=假")]
    [InlineData("李四：驻村", "李四=假驻村")]
    [InlineData("2. 李四 下乡 3. 王五", "李四=假下乡 王五")]
    [InlineData("李四 缺席", "李四=缺")]
    [InlineData("李四（未请假）", "李四=缺")]
    [InlineData("王五 书面意见", "王五=书")]
    [InlineData("王五（出差请假，已交书面意见）", "王五=书出差")]
    [InlineData("请假：李四、王五（病假）\n张三", "李四=假 王五=假病假 张三")]
    [InlineData("出席：张三、李娜\n请假人员：李四（出差）\n缺席：赵小红", "张三 李娜 李四=假出差 赵小红=缺")]
    [InlineData("出席 张三 李娜；请假 李四 王五", "张三 李娜 李四=假 王五=假")]
    public void Who_is_on_leave_or_missing_is_told_apart(string text, string expected) => Assert.Equal(expected, Said(text));

    [Theory]
    [InlineData("王伟", "?王伟:王伟,王伟")]
    [InlineData("王伟 请假", "?王伟=假:王伟,王伟")]
    [InlineData("王伟 王伟", "王伟 王伟")]
    [InlineData("张山", "?张山:张三")]
    [InlineData("陈建囯", "?陈建囯:陈建国,陈建华")]
    [InlineData("欧阳", "?欧阳:欧阳明")]
    [InlineData("赵晓红（出差）", "?赵晓红=假出差:赵小红")]
    [InlineData("张三丰", "?张三丰:张三")]
    [InlineData("刘德海", "?刘德海:")]
    [InlineData("张三 刘德海 李四", "张三 李四 ?刘德海:^张三")]
    [InlineData("张三 张三", "张三")]
    [InlineData("1.张三\n2.李四\n5.张三 请假", "李四 ?张三=假:张三")]
    [InlineData("列席：刘德海、周敏\n张三", "张三 +刘德海 +周敏")]
    [InlineData("张三\n刘德海（列席）", "张三 +刘德海")]
    public void What_is_doubtful_is_asked(string text, string expected) => Assert.Equal(expected, Said(text));

    /// <summary>As a new secretary pasted them: nicknames, titles, one line for all, signs instead of words.</summary>
    [Theory]
    [InlineData("1.张三 2.老陈 请假 3.李四 4.王五", "张三 李四 王五 ?老陈=假:陈建国,陈建华")]
    [InlineData("1.小赵 2.张三", "张三 ?小赵:赵小红")]
    [InlineData("1.建国 2.张三 3.李", "张三 ?建国:陈建国 ?李:李四,李娜")]
    [InlineData("1.陈书记 2.张三", "张三 ?陈书记:陈建国,陈建华")]
    [InlineData("1.阿黄 请假\n2.张三", "张三 ?阿黄=假:")]
    [InlineData("请假：李四\n张三书记\n王五主任", "李四=假 张三 王五")]
    [InlineData("请假\n李四书记\n\n张三", "李四=假 张三")]
    [InlineData("张三、李四、王五都到", "张三 李四 王五")]
    [InlineData("张三来了，李四能到", "张三 李四")]
    [InlineData("除张三请假外，全体参加", "张三=假")]
    [InlineData("除了李四、王五因公出差以外，其他人都到", "李四=假因公出差 王五=假因公出差")]
    [InlineData("除李四外都参加", "李四=假")]
    [InlineData("张三 √\n李四 ×\n王五❌", "张三 李四=假 王五=假")]
    [InlineData("张三、李娜 请假：李四", "张三 李娜 李四=假")]
    [InlineData("李四 请假：出差 王五", "李四=假出差 王五")]
    [InlineData("李四书记 请假", "李四=假")]
    public void As_a_new_secretary_writes_them(string text, string expected) => Assert.Equal(expected, Said(text));

    /// <summary>Lists that were written after the code; all three were read at the first try.</summary>
    [Theory]
    [InlineData("请假：\n1.李四 出差\n2.王五\n\n出席：\n张三\n李娜", "李四=假出差 王五=假 张三 李娜")]
    [InlineData("@所有人 明天下午3点党员大会\n1. 综合科 张三\n2. 李四（在省里培训，请假）\n3. 王五 👌\n4、李娜 晚到", "张三 李四=假在省里培训 王五 李娜")]
    [InlineData("请假2人：赵小红（产假）、王五（下乡）；列席1人：刘德海", "赵小红=假产假 王五=假下乡 +刘德海")]
    public void Unseen_lists_are_read(string text, string expected) => Assert.Equal(expected, Said(text));

    /// <summary>What is not understood behind a name is asked: nobody is taken for present over it.</summary>
    [Theory]
    [InlineData("1.张三 赶不回来", "?张三~赶不回来:张三")]
    [InlineData("2.李四 不在单位\n3.王五", "王五 ?李四~不在单位:李四")]
    [InlineData("王五 家里有事", "?王五~家里有事:王五")]
    [InlineData("李娜 陪护", "?李娜~陪护:李娜")]
    [InlineData("李四 今天调休", "?李四~今天调休:李四")]
    [InlineData("李四: 我在外面办事，赶不回来", "?李四~我在外面办事，赶不回来:李四")]
    [InlineData("李四（时间冲突）", "?李四~时间冲突:李四")]
    [InlineData("李四 会议冲突", "?李四~会议冲突:李四")]
    [InlineData("李四 周五回来", "?李四~周五回来:李四")]
    [InlineData("李四 争取参加", "?李四~争取参加:李四")]
    [InlineData("李四 不确定能否参加", "?李四~不确定能否参加:李四")]
    [InlineData("李四 去市里开会", "?李四~去市里开会:李四")]
    [InlineData("李四？", "?李四~？:李四")]
    [InlineData("李四 NO", "?李四~NO:李四")]
    [InlineData("李四赶不回来，王五收到", "王五 ?李四~赶不回来:李四")]
    [InlineData("1.老陈 去接孩子", "?老陈~去接孩子:陈建国,陈建华")]
    [InlineData("李四 高烧", "李四 ?高烧:^李四")]
    [InlineData("李四 出差回来，能参加", "?李四~出差回来，能参加:李四")]
    [InlineData("李四 赶不回来 请假", "李四=假赶不回来")]
    [InlineData("请假：李四 家里有事", "李四=假家里有事")]
    [InlineData("李四（线上参加）", "?李四~线上参加:李四")]
    public void A_note_that_is_not_understood_is_asked(string text, string expected) => Assert.Equal(expected, Said(text));

    /// <summary>A note behind two names may be meant for both.</summary>
    [Theory]
    [InlineData("张三、李四公休", "李四=假公休 ?张三~公休:张三")]
    [InlineData("张三、李四 公休", "李四=假公休 ?张三~公休:张三")]
    [InlineData("张三和李四出差", "李四=假出差 ?张三~出差:张三")]
    [InlineData("张三、李四都请假", "张三=假 李四=假")]
    [InlineData("张三、李四二人公休\n王五", "张三=假公休 李四=假公休 王五")]
    [InlineData("张三、李四 赶不回来", "?张三~赶不回来:张三 ?李四~赶不回来:李四")]
    [InlineData("张三 李四（病假）", "李四=假病假 ?张三~病假:张三")]
    [InlineData("出席：张三、李四、王五（病假）", "张三 李四 王五=假病假")]
    [InlineData("1.张三 2.李四 公休", "张三 李四=假公休")]
    [InlineData("张三、李四、王五 都到", "张三 李四 王五")]
    [InlineData("张三 到、李四 公休", "张三 李四=假公休")]
    public void A_note_behind_several_names_is_for_all_of_them_or_asked(string text, string expected) => Assert.Equal(expected, Said(text));

    /// <summary>Whom leave is asked for, and who asks.</summary>
    [Theory]
    [InlineData("李娜（替王五请假，他住院）", "李娜 王五=假住院")]
    [InlineData("李娜 替王五请个假", "李娜 王五=假")]
    [InlineData("李娜替王五请假", "李娜 王五=假")]
    [InlineData("李娜：帮王五请一天假，孩子生病", "李娜 王五=假孩子生病")]
    [InlineData("李娜（代王五）", "李娜 ?王五~代王五:王五")]
    [InlineData("1.李娜 替老陈请假\n2.张三", "李娜 张三 ?老陈=假:陈建国,陈建华")]
    [InlineData("李四: 不请假", "李四")]
    [InlineData("李四 不用请假，能到", "李四")]
    [InlineData("李四 没有请假", "?李四~没有请假:李四")]
    public void Leave_is_for_whom_it_is_asked(string text, string expected) => Assert.Equal(expected, Said(text));

    /// <summary>Somebody named before the list itself, on one line with it.</summary>
    [Theory]
    [InlineData("陈书记到，1.张三 2.李四", "张三 李四 ?陈书记:陈建国,陈建华")]
    [InlineData("陈书记请假，1.张三 2.李四", "张三 李四 ?陈书记=假:陈建国,陈建华")]
    [InlineData("老陈能来 1.张三 2.李四 病假", "张三 李四=假病假 ?老陈:陈建国,陈建华")]
    [InlineData("书记请假，1.张三 2.李四", "张三 李四 ?书记=假:")]
    [InlineData("建国请假\n张三", "张三 ?建国=假:陈建国")]
    public void Who_is_named_before_the_list_is_asked(string text, string expected) => Assert.Equal(expected, Said(text));

    [Theory]
    [InlineData("李四（出差，去省里开会）", "李四=假出差，去省里开会")]
    [InlineData("李四 在省里培训，请假", "李四=假在省里培训")]
    public void A_reason_keeps_its_commas(string text, string expected) => Assert.Equal(expected, Said(text));

    [Fact]
    public void A_list_of_those_on_leave_leaves_the_others_present_and_one_of_those_who_came_does_not()
    {
        Assert.Empty(RollCallText.Read("李四请假", Roll).Missing);
        Assert.Equal(["李四", "王五"], RollCallText.Read("张三", [.. Roll[..3]]).Missing.Select(p => p.Name));
    }

    [Fact]
    public void Three_hundred_names_are_all_found()
    {
        RollPlace[] many = [.. Enumerable.Range(0, 300).Select(n => new RollPlace(Guid.CreateVersion7(), $"周{(char)('一' + n)}明", MemberStatus.Full, Votes: true))];
        var call = RollCallText.Read(string.Join('\n', many.Select((p, n) => $"{n + 1}. {p.Name}{(n % 7 == 0 ? " 请假" : "")}")), many);

        Assert.Equal(300, call.Marks.Count);
        Assert.Equal(43, call.Marks.Count(m => m.Attendance is Attendance.Excused));
        Assert.Empty(call.Doubts);
    }

    private static string Said(string text)
    {
        var call = RollCallText.Read(text, Roll);
        return string.Join(' ', call.Marks.Select(m => m.Who.Name + Mark(m.Attendance, m.Reason))
            .Concat(call.Guests.Select(g => "+" + g))
            .Concat(call.Doubts.Select(d => $"?{d.Text}{(d.IsUnclear ? $"~{d.Reason}" : Mark(d.Attendance, d.Reason))}:{string.Join(',', d.Candidates.Select(c => c.Name))}{(d.Behind is { } behind ? $"^{behind.Name}" : "")}")));
    }

    private static string Mark(Attendance attendance, string reason) => attendance switch
    {
        Attendance.Present => "",
        Attendance.Excused => $"=假{reason}",
        Attendance.WrittenOpinion => $"=书{reason}",
        _ => "=缺",
    };
}
