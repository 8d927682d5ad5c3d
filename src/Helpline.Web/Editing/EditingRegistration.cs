using Helpline.Core.Updates;
using Helpline.Knowledge.Editing;

namespace Helpline.Web.Editing;

/// <summary>Registers what joins the knowledge base with the editors' work in the database.</summary>
public static class EditingRegistration
{
    public static IServiceCollection AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<EditedContent>();
        services.AddSingleton<IContentOverlay>(sp => sp.GetRequiredService<EditedContent>());
        services.AddSingleton<ContentSignal>();
        services.AddSingleton<ContentSync>();
        services.AddHostedService(sp => sp.GetRequiredService<ContentSync>());
        services.AddSingleton<Standings>();
        services.AddSingleton<IMustReads, MustReads>();
        services.AddSingleton<SearchWatch>();
        services.AddHostedService(sp => sp.GetRequiredService<SearchWatch>());
        return services;
    }
}
