using CsCheck;
using Exemplar.Organization;
using Exemplar.Platform.Log;
using Exemplar.Tasks;

namespace Exemplar.Tests.Tasks;

/// <summary>The state machine of an assignment, without a database.</summary>
public class AssignmentTests
{
    private static readonly Act Reporter = new(Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
    private static readonly Act Judge = new(Guid.CreateVersion7(), Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);

    private static Assignment Issued()
    {
        var unit = Unit.Found(Guid.CreateVersion7(), UnitKind.Office, "某办", null, 1, 1).Value!;
        var task = new WorkTask { Title = "任务", IssuerId = unit.Id, SourceId = unit.Id, IssuedAt = DateTimeOffset.UnixEpoch };
        return task.Assign(unit, leads: true, Judge);
    }

    [Fact]
    public void A_task_is_received_reported_finished_returned_finished_again_and_accepted()
    {
        var assignment = Issued();
        Assert.Null(assignment.Receive(Reporter));
        Assert.Null(assignment.Report(Reporter, "一半", null));
        Assert.Null(assignment.Finish(Reporter, "完成", null));
        Assert.Null(assignment.Return(Judge, "缺清单"));
        Assert.Null(assignment.Finish(Reporter, "已补", null));
        Assert.Null(assignment.Accept(Judge, ""));

        Assert.Equal(AssignmentState.Done, assignment.State);
        Assert.Equal([StepKind.Issued, StepKind.Received, StepKind.Reported, StepKind.Finished, StepKind.Returned, StepKind.Finished, StepKind.Accepted], assignment.Steps.Select(s => s.Kind));
    }

    [Fact]
    public void Whoever_took_part_in_reporting_cannot_accept_even_with_another_account()
    {
        var assignment = Issued();
        assignment.Finish(Reporter, "完成", null);
        var sameperson = Reporter with { Account = Guid.CreateVersion7() };

        Assert.Contains("其他人验收", assignment.Accept(sameperson, "")!.Message, StringComparison.Ordinal);
        Assert.NotNull(assignment.Return(sameperson, "理由"));
        Assert.Contains("不属于任何人", assignment.Accept(new Act(Guid.CreateVersion7(), null, DateTimeOffset.UnixEpoch), "")!.Message, StringComparison.Ordinal);
        Assert.Equal(AssignmentState.Submitted, assignment.State);
    }

    [Fact]
    public void Illegal_steps_are_refused_and_leave_no_trace()
    {
        Gen.Int[0, 4].List[0, 12].Sample(moves =>
        {
            var assignment = Issued();
            foreach (var move in moves)
            {
                var (before, steps) = (assignment.State, assignment.Steps.Count);
                var refusal = move switch
                {
                    0 => assignment.Receive(Reporter),
                    1 => assignment.Report(Reporter, "x", null),
                    2 => assignment.Finish(Reporter, "x", null),
                    3 => assignment.Return(Judge, "x"),
                    _ => assignment.Accept(Judge, "x"),
                };
                var legal = Legal(before, move);
                Assert.Equal(legal is not null, refusal is null);
                Assert.Equal(legal ?? before, assignment.State);
                Assert.Equal(steps + (legal is null ? 0 : 1), assignment.Steps.Count);
                Assert.Equal(assignment.State is AssignmentState.Done, assignment.DoneAt is not null);
                Assert.Equal(assignment.State is AssignmentState.Done or AssignmentState.Submitted, assignment.FinishedAt is not null);
            }
        });
    }

    /// <summary>The table of the state machine, written down a second time on purpose.</summary>
    private static AssignmentState? Legal(AssignmentState from, int move) => (from, move) switch
    {
        (AssignmentState.Issued, 0) => AssignmentState.InProgress,
        (AssignmentState.Issued or AssignmentState.InProgress or AssignmentState.Returned, 1) => AssignmentState.InProgress,
        (AssignmentState.Issued or AssignmentState.InProgress or AssignmentState.Returned, 2) => AssignmentState.Submitted,
        (AssignmentState.Submitted, 3) => AssignmentState.Returned,
        (AssignmentState.Submitted, 4) => AssignmentState.Done,
        _ => null,
    };
}
