namespace Exemplar.Meetings.Past;

public sealed partial class ImportRegister
{
    public enum Choice { Confirm, Recheck, Groups, GiveUp }

    public sealed class KindOfWord
    {
        public string? Word { get; set; }
        public string? Kind { get; set; }
    }

    public sealed class UnitOfWord
    {
        public string? Word { get; set; }
        public Guid? Unit { get; set; }
    }

    public sealed class UnitOfFile
    {
        public Guid? File { get; set; }
        public Guid? Unit { get; set; }
    }

    public sealed class RowOf
    {
        /// <summary>A <see cref="PastLine.Key"/>.</summary>
        public string? Key { get; set; }
        public DateOnly? Day { get; set; }
        public string? Kind { get; set; }
        public Guid? Unit { get; set; }
        public bool Out { get; set; }
    }

    public sealed class Form
    {
        /// <summary>What was shown. The plan is made anew; when it differs, it is shown again.</summary>
        public string? Shown { get; set; }
        public Choice Choice { get; set; }

        /// <summary>Set the first day of the units back to what the register reaches.</summary>
        public bool SetBack { get; set; }

        /// <summary>As in <see cref="PastAnswers"/>.</summary>
        public bool? EarlyIsBefore { get; set; }

        /// <summary>Branches of which the Party groups are set up that the file names.</summary>
        public List<Guid> GroupsOf { get; set; } = [];
        public List<KindOfWord> Kinds { get; set; } = [];
        public List<UnitOfWord> Units { get; set; } = [];
        public List<UnitOfFile> Files { get; set; } = [];
        public List<RowOf> Rows { get; set; } = [];

        /// <summary>Whose the meetings of a file are that name nobody, as <see cref="UnsaidUnit.Said"/>; null where nothing was chosen.</summary>
        public Guid? UnitOf(Guid file) => Files.LastOrDefault(f => f.File == file)?.Unit;

        public PastAnswers Answers => new(
            Kinds.Where(k => !string.IsNullOrEmpty(k.Word) && !string.IsNullOrEmpty(k.Kind)).GroupBy(k => k.Word!).ToDictionary(g => g.Key, g => g.Last().Kind!),
            Units.Where(u => !string.IsNullOrEmpty(u.Word) && u.Unit is not null).GroupBy(u => u.Word!).ToDictionary(g => g.Key, g => g.Last().Unit!.Value),
            Rows.Where(r => !string.IsNullOrEmpty(r.Key) && (r.Out || r.Day is not null || r.Unit is not null || !string.IsNullOrEmpty(r.Kind))).GroupBy(r => r.Key!).ToDictionary(g => g.Key, g => g.Last() is var r ? new RowAnswer(r.Day, string.IsNullOrEmpty(r.Kind) ? null : r.Kind, r.Unit, r.Out) : null!))
        { EarlyIsBefore = EarlyIsBefore };
    }
}
