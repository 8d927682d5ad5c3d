using Microsoft.Extensions.Hosting;

namespace Helpline.Telephony.Flow.Content;

/// <summary>Reads texts, menu and tips while the host starts, so that a mistake stops it rather than a caller.</summary>
internal sealed class VoiceContentStart(VoiceTexts texts, VoiceMenu menu, VoiceTips tips) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(menu.Choices.Count);
        ArgumentOutOfRangeException.ThrowIfZero(tips.All.Count);
        ArgumentException.ThrowIfNullOrEmpty(texts[VoiceText.Greeting]);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
