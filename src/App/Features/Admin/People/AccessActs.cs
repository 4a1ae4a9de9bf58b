using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.People;

/// <summary>Translates the page's form into use cases; decides nothing.</summary>
internal sealed class AccessActs(DisablePerson disable, EnablePerson enable, ResetPassword reset)
{
    /// <summary>Does what was pressed; the value is a fresh password to show, or null.</summary>
    public async Task<Result<string?>> PressAsync(AccessPressed pressed, PersonId by)
    {
        if (!Guid.TryParse(pressed.Disable ?? pressed.Enable ?? pressed.Reset, out var value))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.PersonNotFound");
        }

        var person = new PersonId(value);
        if (pressed.Reset is not null)
        {
            var fresh = await reset.HandleAsync(person, by, CancellationToken.None);
            return fresh.Match<Result<string?>>(made => made.Text, refusal => refusal);
        }

        var done = pressed.Disable is not null
            ? await disable.HandleAsync(person, by, CancellationToken.None)
            : await enable.HandleAsync(person, by, CancellationToken.None);
        return done.Match<Result<string?>>(_ => (string?)null, refusal => refusal);
    }
}
