using Helpline.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddHelplineHosting();
builder.AddPublicContent();
builder.AddContactCentre();

var app = builder.Build();
app.UseHelplineHosting();
app.MapContactCentre();
app.MapHelplinePages();
app.MapPublicApi();
if (await app.PrepareAsync(args))
{
    await app.RunAsync();
}
