using Helpline.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddHelplineHosting();

var app = builder.Build();
app.UseHelplineHosting();
app.MapHelplinePages();
await app.RunAsync();
