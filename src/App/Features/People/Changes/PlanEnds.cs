using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>What a plan that comes to nothing leaves to be put right.</summary>
internal static class PlanEnds
{
    /// <summary>Whoever was about to leave stays.</summary>
    public static async Task StayAsync(AppDbContext database, DirectoryChange plan, CancellationToken cancellationToken)
    {
        if (plan.Action != "person.leave")
        {
            return;
        }

        var person = await database.People.SingleOrDefaultAsync(row => row.Id == plan.PersonId && row.LeavesOn != null, cancellationToken);
        person?.Stay();
    }
}
