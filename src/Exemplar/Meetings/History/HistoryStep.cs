namespace Exemplar.Meetings.History;

/// <summary>One line of 过程: what, when, by whom, and the words that belong to it.</summary>
/// <param name="Order">Tells what happened in one moment apart.</param>
/// <param name="Changes">Of a correction or an amendment: each field with what stood there and what stands there now.</param>
public sealed record HistoryStep(string Title, DateTimeOffset At, int Order, string By, string Text, IReadOnlyList<string> Changes);
