using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Delivery;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Figures;
using Helpline.Analytics.Messages;
using Helpline.Analytics.Tests.Support;

namespace Helpline.Analytics.Tests.Messages;

public class MessageContractTests
{
    private static readonly Type[] Plain =
        [typeof(string), typeof(int), typeof(int?), typeof(DateOnly), typeof(DateOnly?), typeof(FiguresDimension), typeof(SatisfactionDimension)];

    [Fact]
    public void ContactsPublished_AsJson_HasThisShape() => AssertJson(
        """
        {"version":1,"windowId":"contacts-2026-11-02-1","weekStarting":"2026-11-02","k":10,"cells":[
        {"channel":"voice","regionCode":"E12000003","authorityCode":"E08000035","topicGroupId":"transport","topicId":"post-16",
        "stageId":"plan-in-place","enquirerRoleId":"parent","day":"2026-11-03","hour":10,"count":12,
        "kinds":[{"code":"answered","count":12}],"outcomes":[{"code":"advice-given","count":12}],
        "waits":[{"code":"up-to-1-minute","count":12}],"handlings":[{"code":"up-to-20-minutes","count":12}]}]}
        """,
        new ContactsPublished
        {
            WindowId = "contacts-2026-11-02-1",
            WeekStarting = Invented.Monday,
            K = 10,
            Cells = Anonymiser.Anonymise(Invented.Many(12, Invented.Ordinary), 10).Cells,
        });

    [Fact]
    public void TotalsPublished_AsJson_HasThisShape() => AssertJson(
        """
        {"version":1,"windowId":"contacts-2026-11-02-1","weekStarting":"2026-11-02","k":10,"contacts":30,"notInCells":4,"tables":[
        {"dimension":"Topic","parentCode":"transport","rows":[{"code":"post-16","count":20}],"notShown":10}]}
        """,
        new TotalsPublished
        {
            WindowId = "contacts-2026-11-02-1",
            WeekStarting = Invented.Monday,
            K = 10,
            Contacts = 30,
            NotInCells = 4,
            Tables = [new TotalsTable { Dimension = FiguresDimension.Topic, ParentCode = "transport", Rows = [new CodeCount("post-16", 20)], NotShown = 10 }],
        });

    [Fact]
    public void SatisfactionPublished_AsJson_HasThisShape() => AssertJson(
        """
        {"version":1,"windowId":"satisfaction-2026-11-02-1","weekStarting":"2026-11-02","k":10,"tables":[
        {"question":1,"dimension":"Region","responses":35,"rows":[{"code":"E12000003","responses":20,"satisfied":17}]}]}
        """,
        new SatisfactionPublished
        {
            WindowId = "satisfaction-2026-11-02-1",
            WeekStarting = Invented.Monday,
            K = 10,
            Tables = [new SatisfactionAnswers { Question = 1, Dimension = SatisfactionDimension.Region, Responses = 35, Rows = [new SatisfactionCount("E12000003", 20, 17)] }],
        });

    [Fact]
    public void MessageTypes_HoldOnlyCodesCountsDatesAndEnums()
    {
        var types = typeof(ContactsPublished).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ContactsPublished).Namespace).ToList();

        Assert.NotEmpty(types);
        foreach (var property in types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)))
        {
            var type = property.PropertyType;
            var item = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : type;
            Assert.True(Plain.Contains(item) || types.Contains(item), $"{property.DeclaringType!.Name}.{property.Name} is a {item.Name}");
            Assert.True(item != typeof(string) || IsNamedAsACode(property.Name), $"{property.DeclaringType!.Name}.{property.Name} is text");
        }
    }

    [Fact]
    public void Messages_OfAnyWindow_CarryNoTextThatIsNotACode() => Holds.ForAll(Invented.Any(), sample =>
    {
        var result = Anonymiser.Anonymise(sample.Window, sample.K);

        foreach (var body in new[] { FactsJson.Write(result.Cells), FactsJson.Write(result.Tables) })
        {
            Assert.All(Texts(JsonDocument.Parse(body).RootElement), text => Assert.True(
                Codes.IsCode(text) || Codes.IsAreaCode(text) || Enum.TryParse<FiguresDimension>(text, out _)
                || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)));
        }
    }, tests: 50);

    [Fact]
    public void FactsJson_FieldThatTheContractLacks_IsRefused() => Assert.Throws<JsonException>(
        () => FactsJson.Read<CodeCount>("""{"code":"a","count":1,"note":"text"}"""));

    private static bool IsNamedAsACode(string name) =>
        name is "Channel" || name.EndsWith("Code", StringComparison.Ordinal) || name.EndsWith("Id", StringComparison.Ordinal);

    private static void AssertJson(string expected, object message)
    {
        var actual = FactsJson.Write(message);

        Assert.Equal(expected.ReplaceLineEndings(""), actual);
        Assert.Equal(actual, FactsJson.Write(FactsJson.Read(actual, message.GetType())));
    }

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        JsonValueKind.Undefined or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Null => [],
    };
}
