using System.Linq.Expressions;

namespace Exemplar.Organization;

public static class UnitScope
{
    /// <summary>The units in which the actor holds the permission; the filter behind every list.</summary>
    public static IQueryable<Unit> Where(this IQueryable<Unit> units, Actor actor, string permission)
    {
        Expression<Func<Unit, bool>> any = u => false;
        foreach (var grant in actor.GrantsFor(permission))
        {
            var path = grant.Path;
            any = Or(any, grant.Inherit ? u => u.Path.StartsWith(path) : u => u.Path == path);
        }
        return units.Where(any);
    }

    private static Expression<Func<Unit, bool>> Or(Expression<Func<Unit, bool>> left, Expression<Func<Unit, bool>> right)
    {
        var unit = left.Parameters[0];
        var moved = new Renamed(right.Parameters[0], unit).Visit(right.Body);
        return Expression.Lambda<Func<Unit, bool>>(Expression.OrElse(left.Body, moved), unit);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
