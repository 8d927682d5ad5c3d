namespace Helpline.Knowledge.Content;

/// <summary>Reads the whole content folder into one consistent snapshot, or says everything that is wrong with it.</summary>
internal static class ContentLoader
{
    /// <exception cref="ContentException">The content is broken.</exception>
    public static KnowledgeSnapshot Load(string path)
    {
        var files = new ContentFolder(path).Read();
        var root = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
        var problems = new ContentProblems();
        var snapshot = Read(files, root, problems);
        problems.ThrowIfAny();
        return snapshot;
    }

    private static KnowledgeSnapshot Read(SortedDictionary<string, string> files, string root, ContentProblems problems)
    {
        var yaml = new YamlFiles(files, root, problems);
        var taxonomy = new TaxonomyReader(yaml);
        var deadlines = new DeadlineReader(yaml);
        var groups = taxonomy.Groups();
        var provisions = taxonomy.Provisions();
        var destinations = taxonomy.Destinations();
        var topics = taxonomy.Topics(groups, provisions, deadlines.Ids().Contains);
        var limits = deadlines.Deadlines(topics, provisions);
        var articles = new ArticleReader(topics, provisions, limits, destinations, problems)
            .Read(files.Where(f => f.Key.StartsWith($"{root}/articles/", StringComparison.Ordinal)));
        return new KnowledgeSnapshot
        {
            Version = ContentFolder.Hash(files.SelectMany(f => new[] { f.Key, f.Value })),
            Articles = articles,
            TopicGroups = groups,
            Topics = topics,
            Provisions = provisions,
            EnquirerRoles = taxonomy.Roles(),
            Stages = taxonomy.Stages(),
            Outcomes = taxonomy.Outcomes(),
            ReferralDestinations = destinations,
            Deadlines = limits,
            CountingRules = deadlines.CountingRules(),
            BankHolidays = deadlines.BankHolidays(),
            Synonyms = taxonomy.Synonyms(),
            LayWording = new LayWordingReader(yaml).Read(topics),
        };
    }
}
