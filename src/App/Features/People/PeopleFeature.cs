namespace HaiZhengTong.App.Features.People;

/// <summary>Everything the directory adds to the host.</summary>
internal static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddSingleton<UnitHeadCounts>()
        .AddSingleton<UnitNames>()
        .AddSingleton<PostTitles>()
        .AddSingleton<OwnContacts>()
        .AddSingleton<AudienceMembers>()
        .AddSingleton<ListUnitChildren>()
        .AddSingleton<ListUnitPeople>()
        .AddSingleton<ReadUnit>()
        .AddSingleton<ReadUnitPath>()
        .AddSingleton<ReadHomeUnit>()
        .AddSingleton<ReadPerson>()
        .AddSingleton<ShowMobile>()
        .AddSingleton<SearchPeople>()
        .AddSingleton<FindManagedUnits>()
        .AddSingleton<UnitChanges>()
        .AddSingleton<AddUnit>()
        .AddSingleton<RenameUnit>()
        .AddSingleton<MoveUnit>()
        .AddSingleton<AddPerson>();
}
