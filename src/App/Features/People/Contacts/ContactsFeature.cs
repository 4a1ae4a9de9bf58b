namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>What the contacts add to the host.</summary>
internal static class ContactsFeature
{
    public static IServiceCollection AddContacts(this IServiceCollection services) => services
        .AddSingleton<OwnContacts>()
        .AddSingleton<ListContacts>()
        .AddSingleton<ListStars>()
        .AddSingleton<SetStar>()
        .AddSingleton<ListTags>()
        .AddSingleton<ListTagPeople>()
        .AddSingleton<MakeTag>()
        .AddSingleton<RenameTag>()
        .AddSingleton<RemoveTag>()
        .AddSingleton<TagActs>()
        .AddSingleton<PutTag>()
        .AddSingleton<WriteVCard>();
}
