using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.People;

/// <summary>Translates the page's form into use cases; decides nothing.</summary>
internal sealed class AccessActs(DisablePerson disable, EnablePerson enable)
{
    public Task<Result<Done>> PressAsync(AccessPressed pressed, PersonId by)
    {
        if (!Guid.TryParse(pressed.Disable ?? pressed.Enable, out var value))
        {
            return Task.FromResult<Result<Done>>(new Refusal(RefusalKind.NotFound, "Admin.PersonNotFound"));
        }

        return pressed.Disable is not null
            ? disable.HandleAsync(new PersonId(value), by, CancellationToken.None)
            : enable.HandleAsync(new PersonId(value), by, CancellationToken.None);
    }
}
