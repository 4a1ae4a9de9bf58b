using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Shell;

var builder = WebApplication.CreateBuilder(args);

builder.AddHosting();

// What is kept and who is called outside: builder.AddInfrastructure().

// One line per feature: builder.Services.AddSignIn(), builder.Services.AddChat(), …

var app = builder.Build();

app.UseHosting();
app.MapShell();

// One line per feature that has a door: app.MapSignIn(), app.MapChat(), …

await app.RunAsync();

/// <summary>Lets the tests start the host.</summary>
public partial class Program;
