using Helpline.Core.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core.Texts;

/// <summary>Registers texts. Telephony adds an <see cref="ITextSender"/>; without one texts are kept.</summary>
public static class TextsRegistration
{
    /// <summary>Adds taking texts in and sending them through the outbox.</summary>
    public static IServiceCollection AddTexts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TextOptions>().Bind(configuration.GetSection("Texts"))
            .Configure(o =>
            {
                o.PublicBaseUrl = configuration["Twilio:PublicBaseUrl"] ?? "";
                o.Phone = configuration["Twilio:CallerId"] ?? "";
            })
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton<ITextSender, NoTextSender>();
        services.AddScoped<TextIntake>();
        services.AddScoped<TextService>();
        services.AddScoped<TextReports>();
        services.AddScoped<IOutboxHandler, TextHandler>();
        return services;
    }
}
