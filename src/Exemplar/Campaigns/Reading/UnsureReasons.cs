namespace Exemplar.Campaigns.Reading;

/// <summary>Why an item needs a second look. The review page shows the sentence.</summary>
public static class UnsureReasons
{
    public const string NoEnumeration = "noEnumeration";
    public const string NoYear = "noYear";
    public const string YearAssumed = "yearAssumed";
    public const string DateAmbiguous = "dateAmbiguous";
    public const string SeveralDeadlines = "severalDeadlines";
    public const string OpenEnded = "openEnded";
    public const string StageWithoutDates = "stageWithoutDates";
    public const string Garbled = "garbled";

    /// <summary>Not the reader's: what a person parted or put together has to be looked at again.</summary>
    public const string WasSplit = "wasSplit";
    public const string MergedDates = "mergedDates";

    public static IReadOnlyDictionary<string, string> Sentences { get; } = new Dictionary<string, string>
    {
        [NoEnumeration] = "原文没有分条列举，由整段或整句推定",
        [NoYear] = "时限没有年份，文件也没有成文日期，未换算",
        [YearAssumed] = "时限的年份是推定的",
        [DateAmbiguous] = "时限写法不明确",
        [SeveralDeadlines] = "写了几个时限，取最后一个",
        [OpenEnded] = "写明长期或持续进行，没有截止日期",
        [StageWithoutDates] = "阶段没有写明起止时间",
        [Garbled] = "这一段有疑似乱码",
        [WasSplit] = "由一条拆成，请核对单位和时限",
        [MergedDates] = "合并前两条的时限不同，用的是前一条的",
    };
}
