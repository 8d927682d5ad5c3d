using Helpline.Knowledge.Content;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Letters;
using Helpline.Knowledge.Search;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helpline.Knowledge;

/// <summary>Registers the knowledge base, the search and the time limits.</summary>
public static class KnowledgeServices
{
    /// <summary>
    /// Adds <see cref="IKnowledgeBase"/>, <see cref="IKnowledgeSearch"/>, <see cref="ITopicSuggester"/> and
    /// <see cref="IDeadlineCalculator"/>. Reads the configuration section "Content". Broken content stops the start.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration of the program.</param>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<KnowledgeOptions>().Bind(configuration.GetSection(KnowledgeOptions.Section)).ValidateOnStart();
        services.AddSingleton<ContentLocator>();
        services.AddSingleton<IPostConfigureOptions<KnowledgeOptions>>(s => s.GetRequiredService<ContentLocator>());
        services.AddSingleton<IValidateOptions<KnowledgeOptions>>(s => s.GetRequiredService<ContentLocator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KnowledgeBase>();
        services.AddSingleton<IKnowledgeBase>(s => s.GetRequiredService<KnowledgeBase>());
        services.AddSingleton<IDeadlineCalculator, DeadlineCalculator>();
        services.AddSingleton<LetterFiller>();
        services.AddSingleton<IKnowledgeSearch, KnowledgeSearch>();
        services.AddSingleton<ITopicSuggester, TopicSuggester>();
        services.AddHostedService<ContentWatcher>();
        return services;
    }
}
