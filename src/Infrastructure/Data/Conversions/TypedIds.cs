using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Domain.Todos;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Conversions;

/// <summary>Tells the model how every typed id is kept.</summary>
internal static class TypedIds
{
    public static void Configure(ModelConfigurationBuilder builder)
    {
        Id<PersonId>(builder);
        Id<UnitId>(builder);
        Id<PostId>(builder);
        Id<AudienceId>(builder);
        Id<ConversationId>(builder);
        Id<MessageId>(builder);
        Id<MeetingId>(builder);
        Id<OaApplicationId>(builder);
        Id<TodoId>(builder);
        Id<SessionId>(builder);
        Id<ApiTokenId>(builder);
        Id<AuditEntryId>(builder);
        Id<VisibilityRuleId>(builder);
        Id<DirectoryChangeId>(builder);
        Id<PersonTagId>(builder);
        Id<ScimClientId>(builder);
        Id<LdapRunId>(builder);
    }

    /// <summary>On SQLite the same ids become 16 bytes, most significant first, so that they sort by time there too.</summary>
    public static void ConfigureAsBytes(ModelConfigurationBuilder builder)
    {
        Bytes<PersonId>(builder);
        Bytes<UnitId>(builder);
        Bytes<PostId>(builder);
        Bytes<AudienceId>(builder);
        Bytes<ConversationId>(builder);
        Bytes<MessageId>(builder);
        Bytes<MeetingId>(builder);
        Bytes<OaApplicationId>(builder);
        Bytes<TodoId>(builder);
        Bytes<SessionId>(builder);
        Bytes<ApiTokenId>(builder);
        Bytes<AuditEntryId>(builder);
        Bytes<VisibilityRuleId>(builder);
        Bytes<DirectoryChangeId>(builder);
        Bytes<PersonTagId>(builder);
        Bytes<ScimClientId>(builder);
        Bytes<LdapRunId>(builder);
        builder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
    }

    // The default mapping serves the parameters of hand-written SQL, which belong to no property.
    private static void Id<TId>(ModelConfigurationBuilder builder)
        where TId : struct, ITypedId<TId>
    {
        builder.Properties<TId>().HaveConversion<TypedIdConverter<TId>>();
        builder.DefaultTypeMapping<TId>().HasConversion<TypedIdConverter<TId>>();
    }

    private static void Bytes<TId>(ModelConfigurationBuilder builder)
        where TId : struct, ITypedId<TId>
    {
        builder.Properties<TId>().HaveConversion<TypedIdBytesConverter<TId>>();
        builder.DefaultTypeMapping<TId>().HasConversion<TypedIdBytesConverter<TId>>();
    }
}
