using Helpline.Core.Mail;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core.Enquiries;

/// <summary>Registers written questions.</summary>
public static class EnquiriesRegistration
{
    /// <summary>Adds enquiries and their mails. The host adds an <see cref="IMailSender"/>.</summary>
    public static IServiceCollection AddEnquiries(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddMailOutbox(configuration);
        services.TryAddSingleton<IPasswordHasher<Enquiry>, PasswordHasher<Enquiry>>();
        services.AddScoped<EnquiryService>();
        services.AddScoped<EnquiryAccess>();
        services.AddScoped<EnquiryQueries>();
        services.AddScoped<EnquiryJourneys>();
        return services;
    }
}
