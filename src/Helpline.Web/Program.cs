using Helpline.Web.Hosting;
using Helpline.Web.Seeding;

var builder = WebApplication.CreateBuilder(CommandLine.Settings(args));
builder.AddHelplineHosting();
builder.AddPublicContent();
builder.AddContactCentre();

if (SeedCommand.IsAsked(args))
{
    Environment.ExitCode = await SeedCommand.RunAsync(builder, args, Console.Out, CancellationToken.None);
    return;
}

if (FallbackDocumentCommand.IsAsked(args))
{
    Environment.ExitCode = await FallbackDocumentCommand.RunAsync(builder, args, Console.Out, CancellationToken.None);
    return;
}

var app = builder.Build();
app.UseHelplineHosting();
app.MapContactCentre();
app.MapHelplinePages();
app.MapPublicApi();
if (await app.PrepareAsync(args))
{
    await app.RunAsync();
}
