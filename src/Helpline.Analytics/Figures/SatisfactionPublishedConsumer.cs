using Helpline.Analytics.Data;
using Helpline.Analytics.Messages;
using MassTransit;

namespace Helpline.Analytics.Figures;

/// <summary>Adds a window's survey answers to the tables.</summary>
internal sealed class SatisfactionPublishedConsumer(FiguresInbox inbox) : IConsumer<SatisfactionPublished>
{
    public Task Consume(ConsumeContext<SatisfactionPublished> context) => inbox.AddOnceAsync(
        context.MessageId,
        db => db.SatisfactionFigures.AddRange(context.Message.Tables
            .Where(table => table.Responses > 0)
            .SelectMany(table => Rows(context.Message, table))),
        context.CancellationToken);

    private static IEnumerable<SatisfactionFigure> Rows(SatisfactionPublished message, SatisfactionAnswers table) =>
        table.Rows
            .Select(row => Row(message, table, row.Code, row.Responses, row.Satisfied))
            .Append(Row(message, table, "", table.Responses, null));

    private static SatisfactionFigure Row(
        SatisfactionPublished message, SatisfactionAnswers table, string code, int responses, int? satisfied) => new()
        {
            WindowId = message.WindowId,
            Question = table.Question,
            Dimension = table.Dimension,
            Code = code,
            Week = message.WeekStarting,
            Responses = responses,
            Satisfied = satisfied,
        };
}
