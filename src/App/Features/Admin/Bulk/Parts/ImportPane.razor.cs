using HaiZhengTong.App.Features.Admin.Bulk.Reading;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;

namespace HaiZhengTong.App.Features.Admin.Bulk.Parts;

/// <summary>Shows the caller's file on the desk and takes it from step to step; the work itself goes on without the page.</summary>
public sealed partial class ImportPane : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly OwnLanguage _own = new();
    private PersonId _me;
    private ImportJob? _job;
    private ImportKind _kind = ImportKind.People;
    private Refusal? _refusal;
    private bool _isTaking;

    [Inject]
    internal StageImport Stage { get; set; } = default!;

    [Inject]
    internal ImportDesk Desk { get; set; } = default!;

    [Inject]
    internal ImportWork Work { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        Watch(null);
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        Watch(Desk.Of(_me));
    }

    private async Task TakeAsync(InputFileChangeEventArgs chosen)
    {
        _refusal = null;
        if (chosen.File.Size > FileStage.MaxBytes)
        {
            _refusal = new Refusal(RefusalKind.Invalid, "Bulk.TooLarge", FileStage.MaxBytes / 1024 / 1024);
            return;
        }

        _isTaking = true;
        try
        {
            await using var content = chosen.File.OpenReadStream(FileStage.MaxBytes, _closed.Token);
            var staged = await Stage.HandleAsync(new StageImportRequest(chosen.File.Name, content, _kind), _me, _closed.Token);
            _refusal = staged.Refusal;
            Watch(Desk.Of(_me));
        }
        catch (IOException)
        {
            // The browser stopped sending.
            _refusal = new Refusal(RefusalKind.Invalid, "Bulk.NotTaken");
        }
        finally
        {
            _isTaking = false;
        }
    }

    private void Check() => _ = Work.CheckAsync(_job!);

    private void Write() => _ = Work.WriteAsync(_job!);

    private void Back()
    {
        _job!.Refusal = null;
        _job.State = ImportState.Mapping;
    }

    private async Task ClearAsync()
    {
        Watch(null);
        _refusal = null;
        await Desk.ClearAsync(_me);
    }

    private string TemplateAddress(string format) => $"admin/import/template/{(_kind == ImportKind.Units ? "units" : "people")}.{format}";

    private void Watch(ImportJob? job)
    {
        if (_job is not null)
        {
            _job.Changed -= Show;
        }

        _job = job;
        if (_job is not null)
        {
            _job.Changed += Show;
        }
    }

    private void Show() => _ = InvokeAsync(() => _own.ActAsync(() =>
    {
        StateHasChanged();
        return Task.CompletedTask;
    }));
}
