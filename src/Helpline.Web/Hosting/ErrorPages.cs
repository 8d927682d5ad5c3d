using System.Diagnostics;

namespace Helpline.Web.Hosting;

/// <summary>What is said when something is wrong: a friendly page to people, RFC 9457 problem details to programs.</summary>
public static class ErrorPages
{
    /// <summary>Paths that programs call. They get problem details or a bare status, never a page.</summary>
    private static readonly string[] ProgramPaths = ["/api", "/openapi", "/health", "/version", "/hubs", "/twilio", "/sendgrid", "/simulator/api"];

    public static IServiceCollection AddErrorPages(this IServiceCollection services) =>
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            // Only the trace's id: the path may hold a reference.
            context.ProblemDetails.Instance = null;
            context.ProblemDetails.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        });

    public static IApplicationBuilder UseErrorPages(this WebApplication app)
    {
        app.UseWhen(IsForPrograms, branch => branch.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !IsForPrograms(context), branch =>
        {
            branch.UseExceptionHandler("/error/500");
            branch.UseStatusCodePagesWithReExecute("/error/{0}");
        });
        return app;
    }

    private static bool IsForPrograms(HttpContext context) =>
        ProgramPaths.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));
}
