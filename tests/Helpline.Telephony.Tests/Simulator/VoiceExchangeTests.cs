using Helpline.Core.Advisers;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;
using Helpline.Telephony.Simulator.Voices;

namespace Helpline.Telephony.Tests.Simulator;

/// <summary>Real microphones in simulated conferences: who is told of whom, and who hears whom.</summary>
public class VoiceExchangeTests
{
    private static readonly VoiceSignal Offer = new("offer", "v=0");

    [Fact]
    public async Task Ends_AreToldOfEachOther_OnlyOnceTheConferenceHasBegun()
    {
        await using var sim = await StartAsync();
        var parent = new Page();
        var adviser = new Page();
        await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_17", "adv-7"));
        await sim.AdvanceAsync(3);
        var softphone = await AttachAsync(sim, "client:adv_17", adviser);
        Assert.True(adviser.Last.Joined);
        Assert.Empty(adviser.Last.Peers);

        var caller = await sim.RingInAsync();
        var phone = await AttachAsync(sim, caller.Sid, parent);
        await sim.AdvanceAsync(1);

        var (heard, other) = (Assert.Single(parent.Last.Peers), Assert.Single(adviser.Last.Peers));
        Assert.True(heard is { Heard: true, Hears: true } && other is { Heard: true, Hears: true });
        Assert.NotEqual(heard.Offers, other.Offers);
        Assert.Equal((softphone.Id, phone.Id), (heard.Id, other.Id));
        Assert.True(await sim.World.Loop.RunAsync(() => sim.World.Voices.Send(phone, softphone.Id, Offer)));
        Assert.Equal((phone.Id, Offer), Assert.Single(adviser.Signals));

        await sim.HangUpAsync(caller);

        Assert.Empty(adviser.Last.Peers);
        Assert.False(parent.Last.Joined);
        Assert.False(await sim.World.Loop.RunAsync(() => sim.World.Voices.Send(phone, softphone.Id, Offer)));
    }

    [Fact]
    public async Task Hold_CutsBothAndPlaysMusicToWhoIsHeld()
    {
        var (sim, caller, parent, adviser, room) = await ConnectedAsync();
        await using var _ = sim;

        await sim.PostAsync($"/Conferences/{room.Sid}/Participants/{caller.Sid}.json", ("Hold", "true"), ("HoldUrl", SimulatedPhoneWorld.Site + "/hold"));
        await sim.AdvanceAsync(1);

        Assert.True(parent.Last.Music);
        Assert.False(adviser.Last.Music);
        Assert.All([.. parent.Last.Peers, .. adviser.Last.Peers], peer => Assert.False(peer.Heard || peer.Hears));
    }

    [Fact]
    public async Task Supervisor_WhoListensIsNotHeard_AndWhoWhispersIsHeardByTheAdviserOnly()
    {
        var (sim, _, parent, adviser, room) = await ConnectedAsync();
        await using var __ = sim;
        var adviserSid = room.Find("adv-7")!.Call.Sid;
        await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:sup_1", "sup-1", ("Muted", "true")));
        await sim.AdvanceAsync(3);
        var supervisor = new Page();
        var third = await AttachAsync(sim, "client:sup_1", supervisor);

        Assert.Equal(2, supervisor.Last.Peers.Count);
        Assert.All(supervisor.Last.Peers, peer => Assert.True(peer is { Heard: true, Hears: false }));

        await sim.PostAsync(
            $"/Conferences/{room.Sid}/Participants/sup-1.json", ("Coaching", "true"), ("CallSidToCoach", adviserSid), ("Muted", "false"));
        await sim.AdvanceAsync(1);

        Assert.True(adviser.Last.Peers.Single(p => p.Id == third.Id).Heard);
        Assert.False(parent.Last.Peers.Single(p => p.Id == third.Id).Heard);
    }

    [Fact]
    public async Task End_OfAnotherWindow_TakesThePlaceOfTheFirst()
    {
        var (sim, caller, parent, adviser, _) = await ConnectedAsync();
        await using var __ = sim;

        await AttachAsync(sim, caller.Sid, new Page());

        Assert.True(parent.Last.Replaced);
        Assert.Single(adviser.Last.Peers);
    }

    [Fact]
    public async Task Send_ToAnEndOfAnotherConferenceOrOfTooMuch_IsRefused()
    {
        var (sim, caller, _, adviser, _) = await ConnectedAsync();
        await using var __ = sim;
        var outsider = await AttachAsync(sim, "client:adv_99", new Page());

        var refused = await sim.World.Loop.RunAsync(() => sim.World.Voices.Send(outsider, adviser.End!.Id, Offer));
        var phone = await AttachAsync(sim, caller.Sid, new Page());
        var tooLong = await sim.World.Loop.RunAsync(() =>
            sim.World.Voices.Send(phone, adviser.End!.Id, Offer with { Text = new string('x', VoiceSignal.LongestText + 1) }));

        Assert.False(refused);
        Assert.False(tooLong);
        Assert.Empty(adviser.Signals);
    }

    [Fact] // 9.1
    public async Task Token_OfTheAdviser_RegistersAndAnAlteredOrOldOneDoesNot()
    {
        await using var sim = await StartAsync();
        var now = sim.Clock.GetUtcNow();
        var account = sim.World.Account;
        var options = new Helpline.Telephony.Options.TwilioOptions
        {
            AccountSid = account.AccountSid,
            ApiKeySid = account.ApiKeySid,
            ApiKeySecret = account.ApiKeySecret,
            TwimlAppSid = "AP" + new string('1', 32),
            ApiBaseUrl = "",
        };
        var made = new Helpline.Telephony.Tokens.VoiceAccessToken(Microsoft.Extensions.Options.Options.Create(options), sim.Clock);
        var identity = Helpline.Telephony.Flow.Labels.Identity(AdviserId.New());
        var token = made.Create(identity, TimeSpan.FromHours(1));
        var silent = made.Create(identity, TimeSpan.FromHours(1), allowIncoming: false);
        var parts = token.Split('.');

        Assert.Equal((identity, null), SoftphoneRegistration.Read(sim.World, token));
        Assert.Equal((null, 31202), SoftphoneRegistration.Read(sim.World, $"{parts[0]}.{silent.Split('.')[1]}.{parts[2]}"));
        Assert.Equal((null, 20101), SoftphoneRegistration.Read(sim.World, "no token"));
        Assert.Equal((null, 31201), SoftphoneRegistration.Read(sim.World, silent));
        await sim.AdvanceAsync(3600);
        Assert.True(sim.Clock.GetUtcNow() >= now + TimeSpan.FromHours(1));
        Assert.Equal((null, 20104), SoftphoneRegistration.Read(sim.World, token));
    }

    private static async Task<SimulatedPhoneWorld> StartAsync()
    {
        var sim = await SimulatedPhoneWorld.StartAsync();
        sim.App.Twiml(
                "/twilio/voice/incoming",
                "<Dial action=\"/post\"><Conference beep=\"false\" participantLabel=\"caller\" waitUrl=\"\" endConferenceOnExit=\"true\">c-1</Conference></Dial>")
            .Twiml("/post", "<Say>Goodbye</Say>")
            .Twiml("/hold", "<Say>Please hold</Say>");
        return sim;
    }

    private static async Task<(SimulatedPhoneWorld Sim, SimulatedCall Caller, Page Parent, Page Adviser, ConferenceRoom Room)> ConnectedAsync()
    {
        var sim = await StartAsync();
        var (parent, adviser) = (new Page(), new Page());
        await sim.PostAsync("/Conferences/c-1/Participants.json", Participant("client:adv_17", "adv-7"));
        await sim.AdvanceAsync(3);
        await AttachAsync(sim, "client:adv_17", adviser);
        var caller = await sim.RingInAsync();
        await sim.AdvanceAsync(1);
        await AttachAsync(sim, caller.Sid, parent);
        return (sim, caller, parent, adviser, sim.World.Conferences.All[0]);
    }

    private static async Task<VoiceEnd> AttachAsync(SimulatedPhoneWorld sim, string address, Page page) =>
        page.End = await sim.World.Loop.RunAsync(() => sim.World.Voices.Attach(address, page));

    private static (string, string)[] Participant(string to, string label, params (string, string)[] more) =>
        [("From", SimulatedPhoneWorld.OurNumber), ("To", to), ("Label", label), ("Beep", "false"), ("Timeout", "10"), .. more];

    private sealed class Page : IVoicePage
    {
        public VoiceRoom Last { get; private set; } = VoiceRoom.None(0);

        public VoiceEnd? End { get; set; }

        public List<(string From, VoiceSignal Signal)> Signals { get; } = [];

        public void Room(VoiceRoom room) => Last = room;

        public void Signal(string from, VoiceSignal signal) => Signals.Add((from, signal));
    }
}
