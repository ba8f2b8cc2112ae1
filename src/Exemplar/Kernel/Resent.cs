namespace Exemplar.Kernel;

/// <summary>
/// A form that creates carries the id of what it will make. Sent twice, it is answered with what was kept; sent again with
/// other words it is refused, and the page gives it a new id, so that the next press keeps those as well.
/// </summary>
public static class Resent
{
    /// <param name="same">Whether the form says what was kept.</param>
    /// <param name="name">What was kept, in the user's words.</param>
    public static Result<T> Answer<T>(T kept, bool same, string name) =>
        same ? kept : new Refusal($"这张表刚才已经保存过（{name}）。现在填的内容还没有保存：核对后再按一次，会另存一份。");
}
