namespace Exemplar.Meetings.Recording;

/// <summary>The one form of a meeting that was held; recording, correcting and amending share it.</summary>
public sealed class RecordForm
{
    public int Version { get; set; }

    [Display(Name = "召开日期"), Required]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "开始时间")]
    public TimeOnly? StartsAt { get; set; }

    [Display(Name = "结束时间")]
    public TimeOnly? EndsAt { get; set; }

    [Display(Name = "地点"), StringLength(Meeting.LongestPlace)]
    public string? Place { get; set; }

    [Display(Name = "主题"), StringLength(Meeting.LongestTopic)]
    public string? Topic { get; set; }

    [Display(Name = "主持人")]
    public Guid? Chair { get; set; }

    [Display(Name = "记录人")]
    public Guid? Recorder { get; set; }

    [Display(Name = "授课人")]
    public Guid? Lecturer { get; set; }

    [Display(Name = "授课人是外请的（写在列席和来宾里）")]
    public bool OutsideLecturer { get; set; }

    [Display(Name = "计入哪一年")]
    public int? CountsFor { get; set; }

    [Display(Name = "学时怎么算")]
    public StudyLength? Study { get; set; }

    [Display(Name = "以“第一议题”开头")]
    public bool FirstTopic { get; set; }

    [Display(Name = "专题研究了全面从严治党")]
    public bool OnStrictness { get; set; }

    [Display(Name = "纸质记录存档号"), StringLength(Meeting.LongestNumber)]
    public string? ArchiveNumber { get; set; }

    /// <summary>Of an imported meeting: its numbers stand, as long as nobody is marked otherwise than shown.</summary>
    [Display(Name = "到会只记人数，不逐人记")]
    public bool AsImported { get; set; }

    /// <summary>These numbers, which may be said although nobody says who came.</summary>
    [Display(Name = "应到人数"), Range(1, MeetingNumbers.Most, ErrorMessage = MeetingNumbers.OutOfRange)]
    public int? Due { get; set; }

    [Display(Name = "实到人数"), Range(1, MeetingNumbers.Most, ErrorMessage = MeetingNumbers.OutOfRange)]
    public int? Present { get; set; }

    /// <summary>Those on the roll who did not come.</summary>
    public List<Guid> Away { get; set; } = [];

    /// <summary>Why, in a few words; sent for everybody whom the page showed, so that nobody is taken for present unseen.</summary>
    public Dictionary<Guid, string?> Why { get; set; } = [];

    [Display(Name = "群里报名的名单"), StringLength(20_000)]
    public string? Pasted { get; set; }

    public List<DoubtAnswer> Doubts { get; set; } = [];

    [Display(Name = "列席和来宾"), StringLength(1000)]
    public string? Guests { get; set; }

    public List<AgendaFields> Agenda { get; set; } = [];

    /// <summary>Earlier decisions that are done.</summary>
    public List<Guid> Done { get; set; } = [];

    /// <summary>When the guided steps were done, in their order.</summary>
    public List<DateOnly?> StepsDone { get; set; } = [];

    [Display(Name = "同一天确实有两次")]
    public bool SameDayToo { get; set; }

    [Display(Name = "原因"), StringLength(MeetingStep.LongestText)]
    public string? Reason { get; set; }
}

/// <summary>
/// What of the pasted list somebody must settle, and what they say: a person's id, with <see cref="Came"/> or <see cref="StayedAway"/>
/// behind it where that was the question, <see cref="Guest"/> or <see cref="Nobody"/>.
/// </summary>
public sealed class DoubtAnswer
{
    public const string Guest = "guest";
    public const string Nobody = "nobody";
    public const string Came = ":came";
    public const string StayedAway = ":away";

    [StringLength(60)]
    public string Text { get; set; } = "";

    [StringLength(RollEntry.LongestReason)]
    public string? Why { get; set; }
    public bool Away { get; set; }

    /// <summary>Whether they come is what is asked; <see cref="Why"/> is the note that does not say it.</summary>
    public bool IsUnclear { get; set; }
    public List<Guid> Candidates { get; set; } = [];

    /// <summary>Who stood before the word, which may be a note on them.</summary>
    public Guid? Behind { get; set; }
    public string? Answer { get; set; }

    /// <summary>Whom it means, whether they stayed away, and why; null when it means nobody of the roll.</summary>
    public (Guid Person, bool Away, string? Why)? Settled
    {
        get
        {
            if (Answer?.Split(':') is not [var id, ..] || !Guid.TryParse(id, out var person)) return null;
            var away = Answer.EndsWith(StayedAway, StringComparison.Ordinal) || (Away && !Answer.EndsWith(Came, StringComparison.Ordinal));
            return (person, away, Candidates.Contains(person) ? Why : Text);
        }
    }
}

public sealed class AgendaFields
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    [Display(Name = "议题"), StringLength(AgendaItem.LongestTitle)]
    public string? Title { get; set; }

    [Display(Name = "发言和讨论要点"), StringLength(AgendaItem.LongestText)]
    public string? Discussion { get; set; }

    [Display(Name = "议定事项"), StringLength(AgendaItem.LongestText)]
    public string? Decision { get; set; }
}
