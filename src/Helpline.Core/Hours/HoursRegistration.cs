using Helpline.Core.Contacts;
using Helpline.Core.Locations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core.Hours;

/// <summary>Registers opening hours.</summary>
public static class HoursRegistration
{
    /// <summary>
    /// Adds <see cref="OpeningHours"/>, <see cref="BankHolidays"/> and <see cref="ReplyPromise"/>. The files are read when the
    /// host starts; without them, or with a malformed one, it does not start.
    /// </summary>
    public static IServiceCollection AddOpeningHours(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddContentFolder(configuration);
        services.AddOptions<ReplyPromiseOptions>()
            .Bind(configuration.GetSection(ReplyPromiseOptions.SectionName))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => HoursFile.BankHolidays(provider.GetRequiredService<ContentFolder>().Path("bank-holidays.yaml")));
        services.TryAddSingleton(provider => new OpeningHours(
            HoursFile.Hours(provider.GetRequiredService<ContentFolder>().Path("hours.yaml")),
            provider.GetRequiredService<BankHolidays>(),
            configuration.GetSection(OpeningHoursOptions.SectionName).Get<OpeningHoursOptions>()?.AlwaysOpen ?? false));
        services.TryAddSingleton<ReplyPromise>();
        services.TryAddSingleton<IReplyDates, ReplyDates>();
        services.AddHostedService<HoursStart>();
        return services;
    }
}
