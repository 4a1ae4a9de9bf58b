using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Admin.Bulk;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Launcher;
using HaiZhengTong.App.Features.Meetings;
using HaiZhengTong.App.Features.OpenPlatform;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Shell;
using HaiZhengTong.Infrastructure;

var builder = WebApplication.CreateBuilder(args);

builder.AddSettings();
builder.AddLogs();
builder.AddHosting();
builder.AddInfrastructure();

// One line per feature.
builder.Services.AddTrust();
builder.Services.AddSignIn();
builder.Services.AddAdmin();
builder.Services.AddPeople();
builder.Services.AddChat();
builder.Services.AddLauncher();
builder.Services.AddTodos();
builder.Services.AddMeetings();
builder.Services.AddOpenPlatform();

var app = builder.Build();

app.UseHosting();
app.MapHealth();
app.MapShell();

// One line per feature that has a door.
app.MapSignIn();
app.MapBulk();
app.MapPeople();
app.MapAdmin();
app.MapChat();
app.MapMeetings();
app.MapLauncher();
app.MapTodos();
app.MapOpenPlatform();

return await Startup.RunAsync(app, args);

/// <summary>Lets the tests start the host.</summary>
public partial class Program;
