using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Domain.Todos;
using HaiZhengTong.Infrastructure.Data.Conversions;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data;

/// <summary>The one model; two thin contexts put it on SQLite and on PostgreSQL.</summary>
public abstract class AppDbContext(DbContextOptions options) : IdentityUserContext<AppUser, Guid>(options), IDataProtectionKeyContext
{
    public DbSet<Unit> Units => Set<Unit>();

    public DbSet<UnitClosure> UnitClosures => Set<UnitClosure>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<PersonToken> PersonTokens => Set<PersonToken>();

    public DbSet<Audience> Audiences => Set<Audience>();

    public DbSet<AudienceTerm> AudienceTerms => Set<AudienceTerm>();

    public DbSet<Duty> Duties => Set<Duty>();

    public DbSet<VisibilityRule> VisibilityRules => Set<VisibilityRule>();

    public DbSet<DirectoryChange> DirectoryChanges => Set<DirectoryChange>();

    public DbSet<ContactStar> ContactStars => Set<ContactStar>();

    public DbSet<PersonTag> PersonTags => Set<PersonTag>();

    public DbSet<PersonTagMember> PersonTagMembers => Set<PersonTagMember>();

    public DbSet<ScimClient> ScimClients => Set<ScimClient>();

    public DbSet<ScimPersonLink> ScimPersonLinks => Set<ScimPersonLink>();

    public DbSet<ScimUnitLink> ScimUnitLinks => Set<ScimUnitLink>();

    public DbSet<LdapPersonLink> LdapPersonLinks => Set<LdapPersonLink>();

    public DbSet<LdapUnitLink> LdapUnitLinks => Set<LdapUnitLink>();

    public DbSet<LdapRun> LdapRuns => Set<LdapRun>();

    public DbSet<AdminGrant> AdminGrants => Set<AdminGrant>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<AuditHead> AuditHeads => Set<AuditHead>();

    public DbSet<UserSession> Sessions => Set<UserSession>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<SignInSource> SignInSources => Set<SignInSource>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<ConversationHead> ConversationHeads => Set<ConversationHead>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Change> Changes => Set<Change>();

    public DbSet<FormerWording> FormerWordings => Set<FormerWording>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<MentionAll> MentionAlls => Set<MentionAll>();

    public DbSet<OaApplication> Applications => Set<OaApplication>();

    public DbSet<AppFavourite> AppFavourites => Set<AppFavourite>();

    public DbSet<TodoItem> Todos => Set<TodoItem>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<MeetingAttendance> MeetingAttendances => Set<MeetingAttendance>();

    public DbSet<SeedMark> SeedMarks => Set<SeedMark>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>The collation that compares text byte by byte, by the name this database has for it.</summary>
    public abstract string ByteOrder { get; }

    /// <summary>
    /// Begins the one write of an operation. On SQLite writers queue here, one at a time, and the transaction starts
    /// with BEGIN IMMEDIATE, so that it can never fail half-way with "busy". Dispose without commit rolls back.
    /// </summary>
    public abstract Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Inside a write: waits until no other transaction holds the lock and keeps it until this one ends. On SQLite
    /// there is nothing to do, for there is one writer anyway.
    /// </summary>
    public virtual Task LockAsync(WriteLock which, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        TypedIds.Configure(configurationBuilder);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
        builder.Entity<DataProtectionKey>().ToTable("data_protection_key");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_login");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_token");
        builder.Entity<IdentityUserPasskey<Guid>>().ToTable("account_passkey");
    }
}
