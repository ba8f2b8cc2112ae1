namespace Exemplar.Agenda.Paste;

/// <summary>Where something that was pasted may go; the order in which they are offered when nothing tells them apart.</summary>
public enum PasteTarget
{
    [Display(Name = "名册")] Roster,
    [Display(Name = "往年台账")] Register,
    [Display(Name = "到会名单")] RollCall,
    [Display(Name = "会议通知")] Notice,
    [Display(Name = "讲话或方案")] Plan,
    [Display(Name = "上级空表")] Form,
}

/// <summary>What a text is taken for, and by what that can be seen, in words for whoever pasted it.</summary>
public sealed record Guess(PasteTarget Target, string Why);
