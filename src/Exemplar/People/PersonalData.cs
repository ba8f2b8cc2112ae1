using Exemplar.Organization;

namespace Exemplar.People;

/// <summary>
/// One kind of data about people that a capability keeps: with which permission it is read, and in which units. The gates ask
/// the same, so from this and the roles that are held follows who may see somebody's data; nobody writes a list.
/// </summary>
/// <param name="Title">What it is, in the words of the person it is about.</param>
/// <param name="Places">The units in which somebody's data of this kind lies; none when there is none.</param>
public sealed record PersonalData(int Order, string Title, string Permission, Func<AppDb, Guid, IQueryable<Unit>> Places);

public static class PersonalDataRegistration
{
    public static IServiceCollection AddPersonalData(this IServiceCollection services, params PersonalData[] data)
    {
        foreach (var one in data) services.AddSingleton(one);
        return services;
    }
}
