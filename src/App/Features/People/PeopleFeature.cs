using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.App.Features.People.Visibility;

namespace HaiZhengTong.App.Features.People;

/// <summary>Everything the directory adds to the host.</summary>
internal static class PeopleFeature
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddOptions<SeenExportOptions>().BindConfiguration(SeenExportOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddDirectory();
    }

    private static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<UnitHeadCounts>()
        .AddSingleton<UnitNames>()
        .AddSingleton<DirectoryPulse>()
        .AddSingleton<PostTitles>()
        .AddContacts()
        .AddVisibility()
        .AddAudiences()
        .AddSingleton<ListUnitChildren>()
        .AddSingleton<ListUnitPeople>()
        .AddSingleton<ReadUnit>()
        .AddSingleton<ReadUnitPath>()
        .AddSingleton<ReadHomeUnit>()
        .AddSingleton<ReadPerson>()
        .AddSingleton<ShowMobile>()
        .AddSingleton<SearchPeople>()
        .AddSingleton<FindManagedUnits>()
        .AddSingleton<FindAdministeredUnits>()
        .AddSingleton<ListUnitAdministrators>()
        .AddSingleton<DirectoryNews>()
        .AddSingleton<UnitChanges>()
        .AddSingleton<DirectoryWriter>()
        .AddUnits()
        .AddSingleton<AddPerson>()
        .AddDuties()
        .AddPosts()
        .AddPeopleChanges();

    private static IServiceCollection AddDuties(this IServiceCollection services) => services
        .AddSingleton<ListDuties>()
        .AddSingleton<DutyChanges>()
        .AddSingleton<AddDuty>()
        .AddSingleton<RenameDuty>()
        .AddSingleton<RetireDuty>()
        .AddSingleton<ReorderDuties>();

    private static IServiceCollection AddPosts(this IServiceCollection services) => services
        .AddSingleton<ListUnitPosts>()
        .AddSingleton<AddPost>()
        .AddSingleton<ChangePost>()
        .AddSingleton<RemovePost>()
        .AddSingleton<SetMainPost>()
        .AddSingleton<ReorderPosts>()
        .AddSingleton<EndPosts>();

    private static IServiceCollection AddPeopleChanges(this IServiceCollection services) => services
        .AddSingleton<PeopleChanges>()
        .AddSingleton<ReadDossier>()
        .AddSingleton<ListChanges>()
        .AddSingleton<ListHandOver>()
        .AddSingleton<ListLeftPeople>()
        .AddSingleton<UndoChange>()
        .AddSingleton<CancelPlan>()
        .AddPlanned<ChangePerson>()
        .AddPlanned<TransferPerson>()
        .AddPlanned<LeavePerson>()
        .AddPlanned<ReturnPerson>()
        .AddSingleton<PlanNews>()
        .AddSingleton<CarryOutPlans>()
        .AddHostedService<DirectoryDay>();
}
