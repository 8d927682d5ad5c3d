namespace Helpline.Web.Pages.Manage;

/// <summary>Registers what the manager's pages read with.</summary>
public static class ManageRegistration
{
    public static IServiceCollection AddManagePages(this IServiceCollection services) =>
        services.AddScoped<FigureLabels>().AddScoped<TrendGrids>();
}
