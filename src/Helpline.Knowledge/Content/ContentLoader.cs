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
        var stages = taxonomy.Stages();
        var articles = new ArticleReader(topics, provisions, limits, destinations, stages, problems)
            .Read(Under("articles"));
        var renderer = new MarkdownRenderer(new LinkResolver(provisions, limits, destinations, articles.Contains), provisions, limits, problems);
        var parts = new ContentParts(topics, provisions, limits, stages, articles, renderer, problems);
        var passages = new PassageReaders(yaml, parts);
        return new KnowledgeSnapshot
        {
            Version = ContentFolder.Hash(files.SelectMany(f => new[] { f.Key, f.Value })),
            Articles = articles,
            TopicGroups = groups,
            Topics = topics,
            Provisions = provisions,
            EnquirerRoles = taxonomy.Roles(),
            Stages = stages,
            Outcomes = taxonomy.Outcomes(),
            ReferralDestinations = destinations,
            Deadlines = limits,
            Notices = passages.Notices(),
            Letters = new LetterReader(parts).Read(Under("letters")),
            Macros = passages.Macros(),
            TrainingModules = passages.Modules(),
            Updates = new UpdateReader(parts).Read(Under("updates")),
            CountingRules = deadlines.CountingRules(),
            BankHolidays = deadlines.BankHolidays(),
            Synonyms = taxonomy.Synonyms(),
            LayWording = new LayWordingReader(yaml).Read(topics),
        };

        IEnumerable<KeyValuePair<string, string>> Under(string folder) => files.Where(f => f.Key.StartsWith($"{root}/{folder}/", StringComparison.Ordinal));
    }
}
