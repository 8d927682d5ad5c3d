using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Engine;

namespace Helpline.Knowledge.Tests.Search;

public sealed class Fts5IndexTests : KnowledgeIndexContract
{
    private protected override IKnowledgeIndexBuilder Builder(IndexFolder indexes, string name) => new Fts5IndexBuilder(indexes.NewFile(name));
}
