using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Infrastructure.Data.Postgres;

internal sealed class PostgresDbContext(DbContextOptions<PostgresDbContext> options) : AppDbContext(options)
{
    public override string ByteOrder => "C";

    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken) =>
        new(await Database.BeginTransactionAsync(cancellationToken), gate: null);

    public override Task LockAsync(WriteLock which, CancellationToken cancellationToken) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({(long)which})", cancellationToken);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // Prefix ranges compare code points, as on SQLite, whatever the database's own collation.
        builder.Entity<Domain.People.PersonToken>().Property(token => token.Token).UseCollation("C");
    }
}
