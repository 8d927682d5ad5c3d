using Helpline.Core.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core.Mail;

/// <summary>Registers mail. The host adds an <see cref="IMailSender"/>; without one mails are kept.</summary>
public static class MailRegistration
{
    /// <summary>Adds the sending of mails through the outbox.</summary>
    public static IServiceCollection AddMailOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Configure(o => o.PublicBaseUrl = configuration["Twilio:PublicBaseUrl"] ?? "");
        services.TryAddSingleton<IMailSender, NoMailSender>();
        services.AddScoped<IOutboxHandler, MailHandler>();
        return services;
    }
}
