using Helpline.Knowledge.Search;
using Helpline.Knowledge.Search.Engine;

namespace Helpline.Knowledge.Tests.Search;

public sealed class MemoryIndexTests : KnowledgeIndexContract
{
    private protected override IKnowledgeIndexBuilder Builder(IndexFolder indexes, string name) => new MemoryIndexBuilder();
}
