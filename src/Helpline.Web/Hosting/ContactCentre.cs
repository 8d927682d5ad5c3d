using Helpline.Analytics;
using Helpline.Core;
using Helpline.Core.Data;
using Helpline.Telephony;
using Helpline.Web.Editing;
using Helpline.Web.Mail;
using Helpline.Web.Pages.Console.Hub;
using Helpline.Web.Pages.Manage;
using Helpline.Web.Pages.Public.Ask;
using Microsoft.AspNetCore.DataProtection;

namespace Helpline.Web.Hosting;

/// <summary>The contact centre behind the pages: Core, the phone door, the figures, the bus, the staff and their live line.</summary>
public static class ContactCentre
{
    public static WebApplicationBuilder AddContactCentre(this WebApplicationBuilder builder)
    {
        var data = DataFolder.Prepare(builder);
        builder.Services
            .AddCore(builder.Configuration)
            .AddTelephony(builder.Configuration)
            .AddAnalytics(builder.Configuration)
            .AddBus(builder.Configuration)
            .AddStaffAccounts()
            .AddAsk()
            .AddMail(builder.Configuration, builder.Environment)
            .AddConsole()
            .AddSoftphones(builder.Configuration)
            .AddEditing()
            .AddManagePages();
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(data.KeysPath));
        builder.Services.AddHealthChecks().AddDbContextCheck<HelplineDbContext>("database").AddCheck<RoutingHealth>("routing");
        return builder;
    }

    public static WebApplication MapContactCentre(this WebApplication app)
    {
        app.MapTelephony();
        app.MapHub<ConsoleHub>("/hubs/console");
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        app.MapGet("/version", () => BuildVersion.Current).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    /// <summary>The console may reach the telephone service's own servers, and only where it is the real one.</summary>
    private static IServiceCollection AddSoftphones(this IServiceCollection services, ConfigurationManager configuration)
    {
        if (configuration["Twilio:Mode"] != "Simulator")
        {
            services.Configure<SecurityHeadersOptions>(options =>
            {
                foreach (var source in (string[])["wss://voice-js.roaming.twilio.com", "wss://voice-js.dublin.twilio.com", "https://eventgw.twilio.com", "https://eventgw.ie1.twilio.com", "https://sdk.twilio.com"])
                {
                    options.StaffConnectSources.Add(source);
                }

                options.StaffMediaSources.Add("https://sdk.twilio.com");
            });
        }

        return services;
    }

    private static IServiceCollection AddConsole(this IServiceCollection services)
    {
        services.AddSignalR().AddJsonProtocol(json =>
            json.PayloadSerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter()));
        services.AddSingleton<ConsoleNotifier>();
        services.AddSingleton<IConsoleNotifier>(sp => sp.GetRequiredService<ConsoleNotifier>());
        services.AddHostedService(sp => sp.GetRequiredService<ConsoleNotifier>());
        services.AddSingleton<QueueBroadcaster>();
        services.AddHostedService(sp => sp.GetRequiredService<QueueBroadcaster>());
        return services;
    }
}
