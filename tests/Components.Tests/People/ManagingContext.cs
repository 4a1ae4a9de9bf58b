using Bunit;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Components.Tests.People;

/// <summary>A department's people, and the province's administrator who changes them in dialogs.</summary>
public abstract class ManagingContext : DirectoryContext
{
    protected static CancellationToken Now => Xunit.TestContext.Current.CancellationToken;

    protected Person Admin { get; private set; } = default!;

    protected Person Clerk { get; private set; } = default!;

    /// <summary>Whether the dialog closed, and with what.</summary>
    protected bool? Closed { get; private set; }

    protected DateOnly Today => ChinaTime.Day(Host.Get<TimeProvider>().GetUtcNow());

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        Admin = await Host.Given.ProvinceAdministratorAsync("吴清源");
        Clerk = await Host.Given.PersonAsync("林小雨", Department, "科员", "13812342078");
        SignIn(Admin);
    }

    /// <summary>A dialog about the clerk.</summary>
    private protected async Task<IRenderedComponent<TDialog>> AboutClerkAsync<TDialog>()
        where TDialog : ActDialog
    {
        var dossier = (await Host.Get<ReadDossier>().HandleAsync(Clerk.Id, Admin.Id, Now)).Value;
        return Render<TDialog>(with => with.Add(part => part.By, Admin.Id).Add(part => part.OnClose, Close).TryAdd("Dossier", dossier));
    }

    /// <summary>A dialog about the department.</summary>
    private protected async Task<IRenderedComponent<TDialog>> AboutUnitAsync<TDialog>()
        where TDialog : UnitDialog
    {
        var unit = (await Host.Get<ReadUnit>().HandleAsync(Department.Id, Admin.Id, Now)).Value;
        return Render<TDialog>(with => with.Add(part => part.By, Admin.Id).Add(part => part.OnClose, Close).Add(part => part.Unit, unit));
    }

    protected async Task<List<Post>> PostsAsync(Person person)
    {
        await using var database = await Host.OpenDatabaseAsync();
        return await database.Posts.AsNoTracking().Where(post => post.PersonId == person.Id).OrderBy(post => post.Id).ToListAsync(Now);
    }

    protected async Task<Person> ReadAsync(Person person)
    {
        await using var database = await Host.OpenDatabaseAsync();
        return await database.People.AsNoTracking().SingleAsync(row => row.Id == person.Id, Now);
    }

    protected async Task RetitleAsync(Person person, string title)
    {
        var post = (await PostsAsync(person))[0];
        Xunit.Assert.Null((await Host.Get<ChangePost>().HandleAsync(new ChangePostRequest(post.Id, new PostDetails(title), post.Version), Admin.Id, Now)).Refusal);
    }

    protected async Task<DirectoryChangeId> LeaveAsync(Person person) =>
        (await Host.Get<LeavePerson>().HandleAsync(new LeavePersonRequest(person.Id, null, 0), Admin.Id, Now)).Value;

    private void Close(bool changed) => Closed = changed;
}
