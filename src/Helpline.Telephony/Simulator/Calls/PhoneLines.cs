using Helpline.Telephony.Simulator.Conferences;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>What people do with their telephones: ring the number, press keys, speak, hang up. Runs on the loop.</summary>
internal sealed class PhoneLines(SimulatorWorld world)
{
    private static readonly TimeSpan KeyGap = TimeSpan.FromMilliseconds(200);

    /// <summary>Somebody rings the account's number.</summary>
    public SimulatedCall RingIn(string from)
    {
        var options = world.Options;
        var call = world.Calls.Add(new SimulatedCall(world)
        {
            From = from,
            To = world.PhoneNumber,
            Direction = CallDirection.Inbound,
            Fallback = options.VoiceFallbackUrl.Length > 0
                ? DocumentSource.At(world.Absolute(options.VoiceFallbackUrl), options.VoiceFallbackMethod)
                : null,
            Callback = new()
            {
                Url = world.Absolute(options.StatusCallback),
                Method = options.StatusCallbackMethod,
                IsNumber = true,
            },
        });
        call.Progress(CallStatus.Ringing);
        call.Transcript.Add("line", "rings");
        var first = DocumentSource.At(world.Absolute(options.VoiceUrl), options.VoiceMethod);
        world.Background(() => new CallRunner(world, call).RunAsync(new CallStep.Fetch(first)));
        return call;
    }

    /// <summary>Presses keys one after another; a <c>w</c> waits half a second.</summary>
    public async Task PressAsync(SimulatedCall call, string keys, CancellationToken cancellation)
    {
        foreach (var (index, key) in keys.Index())
        {
            if (key == 'w')
            {
                await world.PauseAsync(TimeSpan.FromSeconds(0.5), cancellation);
                continue;
            }

            await world.PauseAsync(index == 0 ? TimeSpan.Zero : KeyGap, cancellation);
            if (call.IsOver || call.IsSilentlyGone)
            {
                return;
            }

            var heard = call.Inputs.Offer(new LegInput.Key(key));
            call.Transcript.Add(call.Party, heard ? $"presses {key}" : $"presses {key} (nothing listens)");
        }
    }

    /// <summary>Speaks: into whatever listens on the leg, and to whoever the leg is connected with.</summary>
    public void Say(SimulatedCall call, string text)
    {
        if (call.IsOver || call.IsSilentlyGone)
        {
            return;
        }

        call.Transcript.Add(call.Party, text);
        call.Inputs.Offer(new LegInput.Speech(text));
        if (call.Peer is { IsOver: false } peer)
        {
            peer.Transcript.Add(call.Party, text);
        }

        if (world.Conferences.Of(call) is { } speaker)
        {
            foreach (var listener in speaker.Room.Participants.Where(l => Heard(l, speaker)))
            {
                listener.Call.Transcript.Add(call.Party, text);
            }
        }
    }

    private static bool Heard(Participant listener, Participant speaker) => speaker.Room.Hears(listener, speaker);
}
