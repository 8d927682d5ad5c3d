using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Core.Figures;

/// <summary>Registers the live figures.</summary>
public static class FiguresRegistration
{
    /// <summary>Adds <see cref="LiveFiguresQueries"/>; the counting rules are those of the section <c>Figures</c>.</summary>
    public static IServiceCollection AddLiveFigures(this IServiceCollection services) => services.AddScoped<LiveFiguresQueries>();
}
