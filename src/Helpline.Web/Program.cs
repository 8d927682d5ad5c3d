using Helpline.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddHelplineHosting();
builder.AddPublicContent();

var app = builder.Build();
app.UseHelplineHosting();
app.MapHelplinePages();
app.MapPublicApi();
await app.RunAsync();
