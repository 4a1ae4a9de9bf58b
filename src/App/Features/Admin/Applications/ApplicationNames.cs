using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Two tiles of one name could not be told apart.</summary>
internal static class ApplicationNames
{
    public static Task<bool> IsTakenAsync(AppDbContext database, OaApplication application, CancellationToken cancellationToken) =>
        database.Applications.AnyAsync(row => row.Name == application.Name && row.Id != application.Id, cancellationToken);
}
