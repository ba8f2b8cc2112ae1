using Exemplar.People;
using Exemplar.People.Merging;
using Exemplar.Platform.Data;
using Exemplar.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Exemplar.Tests.People.Merging;

/// <summary>Whatever names a person somewhere in the model is moved by a merge. A new column of ids fails here until somebody says whom it names.</summary>
public sealed class PersonColumnTests : HouseTests
{
    /// <summary>Columns of ids that name something else, by their names; each is the id of what the name says.</summary>
    private static readonly HashSet<string> NamesOfOthers =
    [
        "AccountId", "UserId", "UnitId", "ParentId", "OtherId", "OfficeId", "RecordId", "ImportId", "ReviewId", "BatchId", "ItemId", "TaskId", "MeetingId", "MatterId", "DocumentId", "CampaignId",
        "StageId", "SourceId", "SeriesId", "FileId", "TemplateId", "FormerId", "UndoesId", "GrantId", "EndsGrantId", "OwnerIds", "CoOwnerIds", "HostId", "LeadingGroupId", "IssuerId", "PostId",
    ];

    /// <summary>Accounts, though by another name.</summary>
    private static readonly HashSet<string> Accounts =
        ["FormTemplate.CreatedBy", "FormTemplate.ChangedBy", "FormTemplate.RemovedBy", "AccountStep.ById", "Invitation.MadeById", "GrantProposal.ProposedById", "GrantProposal.DecidedById"];

    [Fact]
    public async Task Every_column_that_may_name_a_person_is_moved_or_said_to_stay()
    {
        var handled = App.Services.GetServices<PersonColumn>().Select(c => $"{c.Row.Name}.{c.Name}")
            .Concat(MergePeople.OwnColumns.Concat(MergePeople.StayingColumns).Select(c => $"{c.Row.Name}.{c.Column}")).ToList();
        var model = await App.Read(db => Task.FromResult(db.Model));
        var columns = Columns(model).ToList();

        Assert.Empty(columns.Where(c => !handled.Contains(c) && !Accounts.Contains(c) && !NamesOfOthers.Contains(c[(c.IndexOf('.', StringComparison.Ordinal) + 1)..])));
        Assert.Equal(handled.Count, handled.Distinct().Count());
        Assert.Empty(handled.Except(columns).Except(["BroughtIn.Id"]));   // its own id is the person's
        Assert.Contains("Meeting.ChairId", columns);                       // which no foreign key shows
    }

    [Fact]
    public async Task Every_foreign_key_to_people_is_moved()
    {
        var keys = await App.Read(db => Task.FromResult(db.Model.FindEntityType(typeof(Person))!.GetReferencingForeignKeys().Select(k => (k.DeclaringEntityType.ClrType, k.Properties.Single().Name)).ToList()));
        var registered = App.Services.GetServices<PersonColumn>().Select(c => (c.Row, c.Name)).ToList();
        Assert.NotEmpty(keys);
        Assert.Empty(keys.Except([.. MergePeople.OwnColumns, .. registered]));
    }

    /// <summary>Columns of ids that are neither a row's own id nor a foreign key to something else than a person.</summary>
    private static IEnumerable<string> Columns(IModel model) =>
        from type in model.GetEntityTypes()
        from property in type.GetProperties()
        where property.ClrType == typeof(Guid) || property.ClrType == typeof(Guid?) || property.GetElementType()?.ClrType == typeof(Guid)
        where property.IsForeignKey() || property.FindContainingPrimaryKey()?.Properties is not [_]
        where !property.GetContainingForeignKeys().Any(k => k.PrincipalEntityType.ClrType != typeof(Person))
        select $"{type.ClrType.Name}.{property.Name}";
}
