using Helpline.Knowledge.Search;

namespace Helpline.Knowledge.Tests.Search;

public sealed class IndexFolderTests
{
    [Fact]
    public void IndexFolder_OfADeadRun_IsClearedAndALiveOneIsLeft()
    {
        var root = Path.Combine(Path.GetTempPath(), "helpline-tests", Guid.NewGuid().ToString("N"));
        var dead = Directory.CreateDirectory(Path.Combine(root, "dead")).FullName;
        File.WriteAllText(Path.Combine(dead, "in-use"), "");
        using (var live = new IndexFolder(root))
        {
            File.WriteAllText(live.NewFile("kept"), "");
            using var next = new IndexFolder(root);

            Assert.False(Directory.Exists(dead));
            Assert.Equal(2, Directory.GetDirectories(root).Length);
        }

        Assert.Empty(Directory.GetDirectories(root));
        Directory.Delete(root);
    }
}
