using Helpline.Core.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Mail;

/// <summary>Chooses how mail leaves: by SendGrid where a key is configured, else into the mailbox page in Development; else it waits in the outbox.</summary>
public static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var development = environment.IsDevelopment();
        services.AddOptions<SendGridOptions>().BindConfiguration(SendGridOptions.Section)
            .Validate(o => Uri.TryCreate(o.ApiBaseUrl, UriKind.Absolute, out _), "SendGrid:ApiBaseUrl must be a whole address.")
            .ValidateOnStart();
        if (!string.IsNullOrWhiteSpace(configuration["SendGrid:ApiKey"]))
        {
            // Well below the outbox's first pause, so that no other node takes the mail up while it is being sent.
            services.AddHttpClient<SendGridSender>(client => client.Timeout = TimeSpan.FromSeconds(20));
            services.AddTransient<IMailSender>(provider => provider.GetRequiredService<SendGridSender>());
        }
        else if (development)
        {
            services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<DevelopmentMailbox>());
        }

        services.AddSingleton<DevelopmentMailbox>();
        services.Configure<RazorPagesOptions>(options =>
        {
            if (development)
            {
                options.Conventions.AllowAnonymousToFolder("/Dev");
            }
            else
            {
                // Without a selector a page has no address.
                options.Conventions.AddFolderRouteModelConvention("/Dev", model => model.Selectors.Clear());
            }
        });
        return services;
    }
}
