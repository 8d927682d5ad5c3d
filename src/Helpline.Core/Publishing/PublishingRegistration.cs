using Helpline.Core.Backlog;
using Helpline.Core.Recall;
using Helpline.Core.Updates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpline.Core.Publishing;

/// <summary>Registers editing, recall, updates and the editors' backlog. The host may add an <see cref="IMustReads"/>.</summary>
internal static class PublishingRegistration
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<UpdateOptions>().Bind(configuration.GetSection("Updates")).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IMustReads, NoMustReads>();
        services.AddScoped<DraftService>();
        services.AddScoped<PublishingService>();
        services.AddScoped<MarkingService>();
        services.AddScoped<PublishingQueries>();
        services.AddScoped<RecallService>();
        services.AddScoped<RecallQueries>();
        services.AddScoped<UpdateService>();
        services.AddScoped<SearchBacklog>();
        services.AddScoped<ArticleHelpfulness>();
        return services;
    }
}
