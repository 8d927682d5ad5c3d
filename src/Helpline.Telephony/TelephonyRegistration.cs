using Helpline.Core.Calls;
using Helpline.Core.Hours;
using Helpline.Core.Locations;
using Helpline.Core.Recordings;
using Helpline.Core.Texts;
using Helpline.Telephony.Control;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.Options;
using Helpline.Telephony.Reconciling;
using Helpline.Telephony.Simulator;
using Helpline.Telephony.Texts;
using Helpline.Telephony.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Telephony;

/// <summary>The phone door: registers and maps everything that knows the telephone service.</summary>
public static class TelephonyRegistration
{
    /// <summary>
    /// Adds the voice flow, texts, the <see cref="ICallControl"/> of Core and the reconciler. Needs <c>AddCore</c>. Options of section
    /// <c>Twilio</c> and the texts, menu and tips of <c>content/voice</c> are checked when the host starts; a mistake stops it.
    /// </summary>
    public static IServiceCollection AddTelephony(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTwilioEdge(configuration);
        services.AddLocations(configuration);
        services.AddOpeningHours(configuration);
        services.AddSingleton(provider => VoiceTexts.Read(provider.GetRequiredService<ContentFolder>().Root));
        services.AddSingleton(provider => VoiceMenu.Read(provider.GetRequiredService<ContentFolder>().Root));
        services.AddSingleton(provider => VoiceTips.Read(provider.GetRequiredService<ContentFolder>().Root));
        services.AddSingleton<HoldTune>();
        services.AddHostedService<VoiceContentStart>();
        services.AddSingleton<FlowUrls>();
        services.AddSingleton<FlowMetrics>();
        services.AddSingleton<FlowDocuments>();
        services.AddSingleton<WaitDocuments>();
        services.AddSingleton<RoomDocuments>();
        services.AddSingleton<PlaceDocuments>();
        services.AddSingleton<OwnPhoneDocuments>();
        services.AddSingleton<FallbackDocuments>();
        services.AddScoped<StrayMessages>();
        services.AddSingleton<ISpeech, BuiltInSpeech>();
        services.AddScoped<OpeningWords>();
        services.AddScoped<FlowState>();
        services.AddScoped<VoiceAnswers>();
        services.AddScoped<EntryPoints>();
        services.AddScoped<MenuSteps>();
        services.AddScoped<SurgeSteps>();
        services.AddScoped<QueueSteps>();
        services.AddScoped<PlaceSteps>();
        services.AddScoped<BookedSteps>();
        services.AddScoped<RingSteps>();
        services.AddScoped<OwnPhoneSteps>();
        services.AddScoped<RoomSteps>();
        services.AddScoped<Callbacks>();
        services.AddScoped<RecordingCallbacks>();
        services.AddControl();
        services.AddSingleton<ISoftphones, Softphones>();
        services.AddSingleton<TextUrls>();
        services.AddScoped<TextWebhooks>();
        services.Replace(ServiceDescriptor.Singleton<ITextSender, TwilioTexts>());
        if (IsSimulated(configuration))
        {
            services.AddTwilioSimulator(configuration);
        }

        return services;
    }

    /// <summary>
    /// Maps the webhooks: signed by the telephone service, open to nobody else; the hold music and the recordings of greeting and privacy notice, open to all; and in Simulator mode,
    /// which Production refuses, the simulated service and what its page calls.
    /// </summary>
    public static void MapTelephony(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapVoice();
        endpoints.MapTexts();
        if (IsSimulated(endpoints.ServiceProvider.GetRequiredService<IConfiguration>()))
        {
            endpoints.MapTwilioSimulator();
            endpoints.MapTwilioSimulatorPage().AllowAnonymous().DisableAntiforgery();
            endpoints.MapTwilioSimulatorVoices();
        }
    }

    private static bool IsSimulated(IConfiguration configuration) =>
        configuration.GetSection(TwilioOptions.Section).GetValue(nameof(TwilioOptions.Mode), TwilioMode.Live) == TwilioMode.Simulator;

    private static void AddControl(this IServiceCollection services)
    {
        services.AddSingleton<TwilioRooms>();
        services.AddSingleton<TwilioCallControl>();
        services.TryAddSingleton<ICallControl>(provider => provider.GetRequiredService<TwilioCallControl>());
        services.TryAddSingleton<ICallRecorder, TwilioCallRecorder>();
        services.TryAddSingleton<IVoicemails, TwilioVoicemails>();
        services.AddScoped<CallLines>();
        services.AddScoped<LegLines>();
        services.AddScoped<OwnPhoneLines>();
        services.AddScoped<LegRepair>();
        services.AddScoped<OwnPhoneRepair>();
        services.AddScoped<CallerRings>();
        services.AddScoped<CallRepair>();
        services.AddSingleton<Reconciler>();
        services.AddHostedService<ReconcilerService>();
    }
}
