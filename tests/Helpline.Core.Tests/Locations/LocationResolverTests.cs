using Helpline.Core.Locations;

namespace Helpline.Core.Tests.Locations;

public sealed class LocationResolverTests
{
    [Theory]
    // Full postcodes, as people write them.
    [InlineData("LS1 1UR", "Leeds", LocationKind.Postcode)]
    [InlineData("ls11ur", "Leeds", LocationKind.Postcode)]
    [InlineData("  Ls1   1uR ", "Leeds", LocationKind.Postcode)]
    [InlineData("L S 1 1 U R", "Leeds", LocationKind.Postcode)]
    [InlineData("LS1-1UR", "Leeds", LocationKind.Postcode)]
    [InlineData("LS1 1UR.", "Leeds", LocationKind.Postcode)]
    [InlineData("LS11UR,", "Leeds", LocationKind.Postcode)]
    [InlineData("postcode is LS1 1UR", "Leeds", LocationKind.Postcode)]
    [InlineData("My post code is ls1 1ur thanks", "Leeds", LocationKind.Postcode)]
    [InlineData("12 High Street, Leeds LS1 1UR", "Leeds", LocationKind.Postcode)]
    [InlineData("LS1 1URx", "Leeds", LocationKind.Postcode)]
    [InlineData("SW1A 1AA", "Westminster", LocationKind.Postcode)]
    [InlineData("EC2V 7HH", "City of London", LocationKind.Postcode)]
    [InlineData("M1 1AE", "Manchester", LocationKind.Postcode)]
    [InlineData("B33 8TH", "Birmingham", LocationKind.Postcode)]
    [InlineData("CR2 6XH", "Croydon", LocationKind.Postcode)]
    [InlineData("DN55 1PT", "Doncaster", LocationKind.Postcode)]
    [InlineData("SW1P 3PA", "Westminster", LocationKind.Postcode)]
    [InlineData("TR21 0PT", "Isles of Scilly", LocationKind.Postcode)]
    [InlineData("PO30 1UD", "Isle of Wight", LocationKind.Postcode)]
    [InlineData("S36 1AA", "Sheffield", LocationKind.Postcode)]
    [InlineData("S36 6AA", "Barnsley", LocationKind.Postcode)]
    // Exceptions to their sector.
    [InlineData("AL3 8QE", "Central Bedfordshire", LocationKind.Postcode)]
    [InlineData("al53ng", "Central Bedfordshire", LocationKind.Postcode)]
    [InlineData("AL3 8QA", "Hertfordshire", LocationKind.Postcode)]
    // Letters and digits exchanged.
    [InlineData("LSI 1UR", "Leeds", LocationKind.Postcode)]
    [InlineData("lsl lur", "Leeds", LocationKind.None)]
    [InlineData("ls1 lur", "Leeds", LocationKind.Postcode)]
    [InlineData("M1 IAE", "Manchester", LocationKind.Postcode)]
    [InlineData("0X1 1BX", "Oxfordshire", LocationKind.Postcode)]
    [InlineData("OX1 1BX", "Oxfordshire", LocationKind.Postcode)]
    [InlineData("CR2 GXH", "Croydon", LocationKind.Outward)]
    [InlineData("NE3O 4AA", "North Tyneside", LocationKind.Postcode)]
    [InlineData("NG1 SAA", "Nottingham", LocationKind.Postcode)]
    // The first half only.
    [InlineData("LS1", "Leeds", LocationKind.Outward)]
    [InlineData("ls 1", "Leeds", LocationKind.Outward)]
    [InlineData("sw1a", "Westminster", LocationKind.Outward)]
    [InlineData("near BS41", "North Somerset", LocationKind.Outward)]
    [InlineData("S36 6", "Barnsley", LocationKind.Outward)]
    [InlineData("s36 1a", "Sheffield", LocationKind.Outward)]
    // Names, short names, aliases and the words around them.
    [InlineData("Leeds", "Leeds", LocationKind.Name)]
    [InlineData("LEEDS CITY COUNCIL", "Leeds", LocationKind.Name)]
    [InlineData("city of Leeds", "Leeds", LocationKind.Name)]
    [InlineData("Leeds local authority", "Leeds", LocationKind.Name)]
    [InlineData("I live in Leeds", "Leeds", LocationKind.Name)]
    [InlineData("um, we're in the Wirral please", "Wirral", LocationKind.Name)]
    [InlineData("hull", "Kingston upon Hull, City of", LocationKind.Name)]
    [InlineData("City of Bristol", "Bristol, City of", LocationKind.Name)]
    [InlineData("Brighton & Hove", "Brighton and Hove", LocationKind.Name)]
    [InlineData("St. Helens", "St. Helens", LocationKind.Name)]
    [InlineData("saint helens", "St. Helens", LocationKind.Name)]
    [InlineData("stoke on trent", "Stoke-on-Trent", LocationKind.Name)]
    [InlineData("stoke-on-trent council", "Stoke-on-Trent", LocationKind.Name)]
    [InlineData("BANES", "Bath and North East Somerset", LocationKind.Name)]
    [InlineData("Miltonkeynes", "Milton Keynes", LocationKind.Name)]
    [InlineData("London Borough of Camden", "Camden", LocationKind.Name)]
    [InlineData("Borough of Camden", "Camden", LocationKind.Name)]
    [InlineData("Royal Borough of Kensington and Chelsea", "Kensington and Chelsea", LocationKind.Name)]
    [InlineData("Co. Durham", "County Durham", LocationKind.Name)]
    [InlineData("Durham County Council", "County Durham", LocationKind.Name)]
    [InlineData("Essex County", "Essex", LocationKind.Name)]
    [InlineData("Newcastle City Council", "Newcastle upon Tyne", LocationKind.Name)]
    [InlineData("E08000035", "Leeds", LocationKind.Name)]
    [InlineData("383", "Leeds", LocationKind.Name)]
    // Districts, present and abolished.
    [InlineData("Guildford", "Surrey", LocationKind.District)]
    [InlineData("guildford borough council", "Surrey", LocationKind.District)]
    [InlineData("Ashford Borough Council", "Kent", LocationKind.District)]
    [InlineData("Harrogate", "North Yorkshire", LocationKind.District)]
    [InlineData("Wycombe district", "Buckinghamshire", LocationKind.District)]
    [InlineData("King's Lynn and West Norfolk", "Norfolk", LocationKind.District)]
    [InlineData("E07000209", "Surrey", LocationKind.District)]
    // Authorities that have ended.
    [InlineData("E08000019", "Sheffield", LocationKind.Former)]
    [InlineData("E06000028", "Bournemouth, Christchurch and Poole", LocationKind.Former)]
    [InlineData("837", "Bournemouth, Christchurch and Poole", LocationKind.Former)]
    // Landlines.
    [InlineData("0114 496 0000", "Sheffield", LocationKind.Std)]
    [InlineData("+441144960000", "Sheffield", LocationKind.Std)]
    [InlineData("+44 (0)114 496 0000", "Sheffield", LocationKind.Std)]
    [InlineData("(0)114", "Sheffield", LocationKind.Std)]
    [InlineData("(0114) 496-0000", "Sheffield", LocationKind.Std)]
    [InlineData("00441144960000", "Sheffield", LocationKind.Std)]
    [InlineData("441144960000", "Sheffield", LocationKind.Std)]
    [InlineData("0191 384", "County Durham", LocationKind.Std)]
    [InlineData("01204", "Bolton", LocationKind.Std)]
    public void Resolve_WhatPeopleWrite_FindsTheAuthority(string input, string name, LocationKind kind)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(kind, answer.Kind);
        Assert.Equal(input, answer.Query);
        Assert.Null(answer.Nation);
        if (kind == LocationKind.None)
        {
            Assert.Empty(answer.Results);
            Assert.True(answer.NeedsAsking);
        }
        else
        {
            Assert.Equal(name, answer.Results[0].Name);
        }
    }

    [Theory]
    [InlineData("CF10 1EP", "Wales", LocationKind.Postcode)]
    [InlineData("NPT 1AA", "Wales", LocationKind.Postcode)]
    [InlineData("SA1", "Wales", LocationKind.Outward)]
    [InlineData("EH1 1YZ", "Scotland", LocationKind.Postcode)]
    [InlineData("g1", "Scotland", LocationKind.Outward)]
    [InlineData("BT1 5GS", "Northern Ireland", LocationKind.Postcode)]
    [InlineData("IM1 1AA", "Isle of Man", LocationKind.Postcode)]
    [InlineData("JE2", "Channel Islands", LocationKind.Outward)]
    [InlineData("GY1 1AA", "Channel Islands", LocationKind.Postcode)]
    [InlineData("Wales", "Wales", LocationKind.Name)]
    [InlineData("I live in Cardiff", "Wales", LocationKind.Name)]
    [InlineData("City of Edinburgh Council", "Scotland", LocationKind.Name)]
    [InlineData("Belfast", "Northern Ireland", LocationKind.Name)]
    [InlineData("029 2018 0000", "Wales", LocationKind.Std)]
    [InlineData("01224 000000", "Scotland", LocationKind.Std)]
    [InlineData("028 9018 0000", "Northern Ireland", LocationKind.Std)]
    public void Resolve_OutsideEngland_SaysWhichNation(string input, string nation, LocationKind kind)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(nation, answer.Nation);
        Assert.Equal(kind, answer.Kind);
        Assert.Empty(answer.Results);
        Assert.True(answer.IsOutsideEngland);
    }

    [Theory]
    [InlineData("S36", "Barnsley", "Sheffield")]
    [InlineData("HR3", "Herefordshire, County of", null)]
    [InlineData("BS18", "Bath and North East Somerset", "North Somerset")]
    public void Resolve_CodeThatStraddles_AsksWithSharesInOrder(string input, string first, string? second)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.True(answer.NeedsAsking);
        Assert.Equal(first, answer.Results[0].Name);
        Assert.Equal(second, answer.Results.ElementAtOrDefault(1)?.Name);
        Assert.True(answer.Confidence < 0.75);
        Assert.Equal(answer.Results.OrderByDescending(r => r.Share), answer.Results);
    }

    [Fact]
    public void Resolve_CodeMostlyInWales_NamesTheNationAndTheEnglishPart()
    {
        var answer = Places.Resolver.Resolve("NP16");

        Assert.Equal("Wales", answer.Nation);
        Assert.Equal("Gloucestershire", Assert.Single(answer.Results).Name);
        Assert.True(answer.NeedsAsking);
        Assert.False(answer.IsOutsideEngland);
    }

    [Theory]
    [InlineData("L41 1AA", LocationNote.Retired, "Wirral")]
    [InlineData("BX1 1LT", LocationNote.NoLocation, null)]
    [InlineData("GIR 0AA", LocationNote.NoLocation, null)]
    [InlineData("BF1 1AA", LocationNote.Forces, null)]
    [InlineData("BS99 1AA", LocationNote.LargeUser, "Bristol, City of")]
    public void Resolve_CodeWhereNobodyLives_AsksAndSaysWhy(string input, LocationNote note, string? name)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(LocationKind.Postcode, answer.Kind);
        Assert.Equal(note, answer.Note);
        Assert.Equal(name, answer.Results.Select(r => r.Name).FirstOrDefault());
        Assert.True(answer.NeedsAsking);
    }

    [Theory]
    [InlineData("07700 900123")]
    [InlineData("+447700900123")]
    [InlineData("0300 123 4567")]
    [InlineData("0808 157 0000")]
    [InlineData("05600 000000")]
    [InlineData("09012345678")]
    [InlineData("+33 1 23 45 67 89")]
    [InlineData("0")]
    [InlineData("0000000000000000000000")]
    public void Resolve_NumberThatSaysNothing_FindsNothing(string input)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(LocationKind.None, answer.Kind);
        Assert.Empty(answer.Results);
    }

    [Theory]
    [InlineData("020 7946 0000", 33)]
    [InlineData("0114", 1)]
    public void Resolve_Landline_IsAlwaysAHintToConfirm(string input, int results)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.True(answer.NeedsAsking);
        Assert.Equal(LocationNote.AreaCode, answer.Note);
        Assert.Equal(results, answer.Results.Count);
    }

    [Theory]
    [InlineData("Birmingam", "Birmingham")]
    [InlineData("Manchster", "Manchester")]
    [InlineData("Gloucestershrie", "Gloucestershire")]
    [InlineData("wolverhamton", "Wolverhampton")]
    [InlineData("Leicstershire", "Leicestershire")]
    [InlineData("Northumberlnd", "Northumberland")]
    public void Resolve_MisspeltLongName_FindsItAndSaysSo(string input, string name)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(name, answer.Results[0].Name);
        Assert.Equal(LocationNote.Misspelt, answer.Note);
    }

    [Theory]
    [InlineData("Hutton")]
    [InlineData("Leads")]
    public void Resolve_ShortNameOneLetterAway_Asks(string input)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.True(answer.NeedsAsking);
    }

    [Theory]
    [InlineData("Stratford", new[] { "Newham", "Warwickshire" })]
    [InlineData("Nottingham County Council", new[] { "Nottingham", "Nottinghamshire" })]
    [InlineData("Bath in Somerset", new[] { "Bath and North East Somerset", "Somerset" })]
    public void Resolve_NameThatMayMeanTwo_AsksWithBoth(string input, string[] names)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.True(answer.NeedsAsking);
        Assert.Equal(names, answer.Results.Select(r => r.Name).Order());
    }

    [Theory]
    [InlineData("we live in Guildford in Surrey", "Surrey")]
    [InlineData("Richmond in North Yorkshire", "North Yorkshire")]
    [InlineData("Newcastle, Staffordshire", "Staffordshire")]
    public void Resolve_SentenceWithPlaces_TakesTheNarrowest(string input, string name)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(name, Assert.Single(answer.Results).Name);
        Assert.False(answer.NeedsAsking);
    }

    [Theory]
    [InlineData("Sutton Coldfield", "Sutton")]
    [InlineData("Bury St Edmunds", "Bury")]
    [InlineData("I am reading about plans", "Reading")]
    [InlineData("my son is at school in Kent", "Kent")]
    public void Resolve_NameAmongOtherWords_AsksFirst(string input, string name)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(name, answer.Results[0].Name);
        Assert.True(answer.NeedsAsking);
    }

    [Theory]
    [InlineData("the council")]
    [InlineData("city council")]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("???")]
    [InlineData("ZZ99 9ZZ")]
    [InlineData("asdfghjkl")]
    [InlineData("my son has no school place")]
    [InlineData("\ud800")]
    [InlineData("🏠🏠")]
    public void Resolve_NoPlace_FindsNothing(string? input)
    {
        var answer = Places.Resolver.Resolve(input);

        Assert.Equal(LocationKind.None, answer.Kind);
        Assert.Equal(0, answer.Confidence);
        Assert.True(answer.NeedsAsking);
    }
}
