using Helpline.Core.Outbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Bookings;

/// <summary>Registers booked calls.</summary>
public static class BookingRegistration
{
    /// <summary>Adds rota, slots and bookings; the numbers are those of the section <c>Bookings</c>. The host adds the opening hours.</summary>
    public static IServiceCollection AddBookings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BookingOptions>().Bind(configuration.GetSection("Bookings")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<RotaService>();
        services.AddScoped<BookingService>();
        services.AddScoped<BookingQueries>();
        services.AddScoped<BookedCalls>();
        services.AddScoped<IOutboxHandler, BookingReminderHandler>();
        return services;
    }
}
