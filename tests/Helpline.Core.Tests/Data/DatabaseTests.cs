using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Helpline.Core.Tests.Data;

public sealed class DatabaseTests
{
    [Fact]
    public async Task Migrations_OnAnEmptyFile_MatchTheModel()
    {
        using var database = new CentreDatabase();
        await using var host = await CentreHost.StartAsync(database, new FakeTimeProvider());

        Assert.False(await host.Read(db => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await host.Read(async db => (await db.Database.GetPendingMigrationsAsync()).ToList()));
    }

    [Fact]
    public void Migrations_ForSqlServer_MakeAScriptAndMatchTheModel()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);

        var script = context.GetService<IMigrator>().GenerateScript();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Contains("CREATE TABLE [Contacts]", script, StringComparison.Ordinal);
        Assert.Contains("IX_Offers_OnePendingPerContact", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contacts_WithPersonalData_AreNotReadableInTheFile()
    {
        using var database = new CentreDatabase();
        await using (var host = await CentreHost.StartAsync(database, new FakeTimeProvider()))
        {
            var adviser = await host.AdviserAsync();
            var (sid, contactId) = await host.CallerAsync(number: "+447700900987");
            await host.RouteAsync();
            await host.TalkAsync(adviser, sid);
            await host.Do<ContactService, ContactOutcome>(s => s.RecordAsync(
                contactId, adviser, new ContactRecord { EnquirerName = "Rowan Testperson", Notes = "swims on Tuesdays" }, default));
            var view = await host.Do<ContactQueries, ContactView?>(q => q.OpenAsync(contactId, adviser, Guid.NewGuid(), default));
            Assert.Equal("+447700900987", view!.Contact.EnquirerNumber);
            Assert.Equal("swims on Tuesdays", view.Contact.Notes);
            Assert.Equal(1, await host.Read(db => db.RecordReads.CountAsync()));
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(database.Folder, "helpline.db*"))
        {
            var bytes = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.DoesNotContain("7700900987", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("Testperson", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("swims", bytes, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task EarlierAsync_SameNumber_FindsTheEarlierContact()
    {
        using var database = new CentreDatabase();
        await using var host = await CentreHost.StartAsync(database, new FakeTimeProvider());
        var (_, first) = await host.CallerAsync(number: "+447700900111");
        await host.CallerAsync(number: "+447700900222");
        await host.CallerAsync(number: null);
        var (_, again) = await host.CallerAsync(number: "+447700900111");

        var earlier = await host.Do<ContactQueries, IReadOnlyList<EarlierContact>>(q => q.EarlierAsync(again, default));

        Assert.Equal(first, Assert.Single(earlier).Id);
    }

    /// <summary>
    /// SqlClient's parameter code names types of an assembly the feed lacks; without our stand-in every parameterised command fails
    /// when this code is compiled at run time (docs/adr/0004).
    /// </summary>
    [Fact]
    public void SqlClient_ParameterCode_CanBeCompiled()
    {
        const BindingFlags All = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var client = typeof(SqlConnection).Assembly;
        string[] names = ["Microsoft.Data.SqlClient.TdsParser", "Microsoft.Data.SqlClient.SqlParameter", "Microsoft.Data.SqlClient.SqlCommand", "Microsoft.Data.SqlClient.MetaType"];
        var methods = names.Select(n => client.GetType(n, throwOnError: true)!)
            .SelectMany(t => t.GetMethods(All))
            .Where(m => m is { IsAbstract: false, ContainsGenericParameters: false })
            .Where(m => m.Name.Contains("Parameter", StringComparison.Ordinal) || m.Name.Contains("MetaType", StringComparison.Ordinal))
            .ToList();
        Assert.Contains(methods, m => m.Name.Contains("WriteParameter", StringComparison.Ordinal) || m.Name.Contains("TDSExecuteRPCAddParameter", StringComparison.Ordinal));

        foreach (var method in methods)
        {
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    }

    [Fact]
    public void PersonalDataColumns_AllText_AreEncryptedInTheModel()
    {
        using var context = new SqlServerDesignTimeFactory().CreateDbContext([]);

        foreach (var (entity, property) in PersonalData.Columns)
        {
            var column = context.Model.FindEntityType(entity)!.FindProperty(property)!;
            Assert.NotNull(column.GetValueConverter());
            Assert.Null(column.GetMaxLength());
        }

        // Free text that is not in the list would be readable: every unbounded text column must be there.
        var listed = PersonalData.Columns.ToHashSet();
        var open = context.Model.GetEntityTypes()
            .Where(t => t.ClrType.Namespace!.StartsWith("Helpline", StringComparison.Ordinal))
            .SelectMany(t => t.GetDeclaredProperties())
            .Where(p => p.ClrType == typeof(string) && p.GetMaxLength() is null && !listed.Contains((p.DeclaringType.ClrType, p.Name)))
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}");
        Assert.Equal(["HelplineUser.ConcurrencyStamp", "HelplineUser.PasswordHash", "HelplineUser.PhoneNumber", "HelplineUser.SecurityStamp"], open.Order());
    }

    [Fact]
    public async Task WebhookReplies_SameKeyTwiceAtOnce_GiveTheSameAnswer()
    {
        using var database = new CentreDatabase();
        await using var host = await CentreHost.StartAsync(database, new FakeTimeProvider());

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() =>
            host.Do<Helpline.Core.Calls.WebhookReplies, string>(r => r.KeepAsync("CA1:menu", $"<Response>{i}</Response>", default)))));

        Assert.Single(answers.Distinct());
    }
}
