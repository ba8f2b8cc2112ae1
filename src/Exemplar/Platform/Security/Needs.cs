using Microsoft.AspNetCore.Authorization;

namespace Exemplar.Platform.Security;

/// <summary>The page opens to whoever holds this permission somewhere; its handler asks where.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public string Permission => permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

internal sealed class NeedsHandler(Actor actor) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        // An account keeps itself before it holds any role: the first thing it must do is to replace its initial password.
        var isOwnAccount = requirement.Permission == SecurityCapability.OwnAccount && actor.IsSignedIn;
        if (isOwnAccount || actor.May(requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
