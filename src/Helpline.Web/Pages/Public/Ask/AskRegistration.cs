namespace Helpline.Web.Pages.Public.Ask;

/// <summary>Registers what the pages of "ask an expert" need beyond Core and Knowledge.</summary>
public static class AskRegistration
{
    public static IServiceCollection AddAsk(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<AskJourneys>();
        services.AddScoped<Book.BookJourneys>();
        services.AddSingleton<Enquiries.EnquiryCookie>();
        return services;
    }
}
