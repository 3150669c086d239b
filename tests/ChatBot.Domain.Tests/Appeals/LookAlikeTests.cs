using ChatBot.Domain.Appeals;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>Which logins look like a person's.</summary>
public sealed class LookAlikeTests
{
    [Theory]
    [InlineData("ada-lovelace")]
    [InlineData("Lovelace.Ada@corp.example")]
    [InlineData("adalovelace2")]
    [InlineData("alovelace")]
    [InlineData("lovelace_a")]
    [InlineData("ada-l")]
    [InlineData("adalovelac")]
    [InlineData("ÀDA LOVELÁCE")]
    public void These_look_like_hers(string login) => Assert.Single(Of(login));

    [Theory]
    [InlineData("")]
    [InlineData("@")]
    [InlineData("grace-hopper")]
    [InlineData("lovelace")]
    [InlineData("al")]
    [InlineData("adam-loveless")]
    [InlineData("\U0001F600\u0301")]
    public void These_do_not(string login) => Assert.Empty(Of(login));

    [Fact]
    public void The_most_alike_come_first_and_no_more_than_asked_for()
    {
        var found = LookAlikes.Of("Ada Lovelace", "ada.lovelace@example.com", [new(1, ["adalovelac"]), new(2, ["alovelace"]), new(3, ["x", "ada_lovelace"]), new(4, ["ada-lovelace"])], 3);

        Assert.Equal([3, 4, 2], found.Select(one => one.Account));
    }

    private static IReadOnlyList<Unowned> Of(string login) => LookAlikes.Of("Ada Lovelace", "ada.lovelace@example.com", [new Unowned(1, [login])], 5);
}
