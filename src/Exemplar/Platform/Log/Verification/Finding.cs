namespace Exemplar.Platform.Log.Verification;

/// <summary>Something that is not as the log says.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="Row">The row's key; empty for what concerns the table.</param>
/// <param name="What">What differs, in a sentence.</param>
public sealed record Finding(string Table, string Row, string What)
{
    public override string ToString() => Row.Length > 0 ? $"表 {Table}，行 {Row}：{What}" : $"表 {Table}：{What}";
}

/// <summary>What a verification saw, and the first that was wrong in each of its parts: triggers, sealed entries, living records.</summary>
public sealed record Verification(IReadOnlyList<Finding> Findings, long Entries, long Sealed, int Checkpoints, long Records)
{
    public bool IsClean => Findings.Count == 0;

    /// <summary>Nothing is sealed: whoever rewrote everything would leave no trace.</summary>
    public bool ProvesLittle => Checkpoints == 0 && Entries > 0;
}
