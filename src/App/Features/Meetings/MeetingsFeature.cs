using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Meetings;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Everything meetings add to the host.</summary>
internal static class MeetingsFeature
{
    // A description is at most 64 kB; in JSON, with its line breaks escaped, somewhat more.
    private const int MaxHubMessage = 128 * 1024;

    // The browser sends a sign of life every 4 s; it is given up after more than three missing ones.
    private static readonly TimeSpan _keepAlive = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _clientTimeout = TimeSpan.FromSeconds(15);

    public static IServiceCollection AddMeetings(this IServiceCollection services)
    {
        services.AddOptions<MeshOptions>()
            .BindConfiguration(MeshOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSignalR().AddHubOptions<MeetingHub>(options =>
        {
            options.MaximumReceiveMessageSize = MaxHubMessage;
            options.KeepAliveInterval = _keepAlive;
            options.ClientTimeoutInterval = _clientTimeout;
        });
        services.AddHostedService<MeetingSweep>();
        return services
            .AddSingleton<MeetingRooms>().AddSingleton<MeetingVoice>().AddSingleton<MeetingOpening>().AddSingleton<MeetingWords>()
            .AddSingleton<IMeetingMedia, MeshMedia>().AddSingleton<MediaDrivers>()
            .AddSingleton<StartMeeting>().AddSingleton<JoinMeeting>().AddSingleton<LeaveMeeting>().AddSingleton<StepOut>()
            .AddSingleton<EndMeeting>().AddSingleton<CloseMeeting>().AddSingleton<RecordDeparture>().AddSingleton<DeclineRing>()
            .AddSingleton<RelaySignal>().AddSingleton<ShowState>().AddSingleton<MuteParticipant>().AddSingleton<RemoveParticipant>()
            .AddSingleton<ListMeetings>().AddSingleton<MeetingInfo>().AddSingleton<SweepMeetings>().AddSingleton<ReopenRooms>();
    }

    public static void MapMeetings(this IEndpointRouteBuilder app)
    {
        app.MapHub<MeetingHub>("/hubs/meeting");

        var forms = app.MapGroup("/meetings").RequireAuthorization();
        forms.MapPost("/start", MeetingsEndpoints.StartAsync);
        forms.MapPost("/{id:guid}/decline", MeetingsEndpoints.DeclineAsync);
        forms.MapPost("/{id:guid}/leave", MeetingsEndpoints.LeaveAsync);
    }
}
