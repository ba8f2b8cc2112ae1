using Exemplar.Meetings.Recording;
using Exemplar.Organization;

namespace Exemplar.Meetings.Past;

/// <summary>How many were due at a meeting of a register and came: as its row says, be it by 全体党员 or by naming everybody.</summary>
internal static class RowNumbers
{
    /// <param name="marks">Whom the row names of those due; with 全体党员 everybody on the roll of that day.</param>
    /// <param name="isSure">Whether every name of the row is known.</param>
    public static MeetingNumbers Of(WhoCame said, Unit unit, MeetingKind kind, PastRolls.Known known, IReadOnlyCollection<RollMark> marks, bool isSure)
    {
        var (due, present) = (said.Due, said.Present);
        var came = marks.Count(m => m.Attendance is Attendance.Present);
        var ofRoll = known.IsDueOfDay && unit.Kind is not UnitKind.PartyGroup && known.Due.Count > 0 ? known.Due.Count : (int?)null;
        if (said.All && said.Away.Length == 0) (due, present) = (due ?? present, present ?? due);   // 全体党员6人
        var byRoll = due is null && said.All && isSure && kind.Due is DueCircle.Members && ofRoll is not null;
        if (byRoll) (due, present) = (ofRoll, present ?? came);
        if (!said.All && isSure && came > 0) present ??= came;
        var isKnown = due is null && (isSure || !said.All) && !(present > ofRoll);   // an unknown name beside 全体党员: the roster may lack more
        return new(due, present) { OnRoll = isKnown || byRoll ? ofRoll : null };
    }
}
