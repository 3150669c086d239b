using System.Globalization;
using ChatBot.Cards.BlockKit;

namespace ChatBot.Cards.Tests.BlockKit;

public sealed class CutTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("ab cd", 4, "ab…")]
    [InlineData("a😀😀", 3, "a…")]
    [InlineData("a😀😀", 4, "a😀…")]
    [InlineData("ae\u0301x", 3, "a…")]
    [InlineData("abc", 1, "…")]
    public void A_text_is_shortened_between_graphemes(string text, int most, string cut) => Assert.Equal(cut, Cut.Short(text, most));

    [Fact]
    public void Pieces_join_to_the_whole_text_and_begin_where_a_grapheme_begins()
    {
        var random = new Random(5);
        string[] parts = ["a", " ", "\n", "😀", "👩‍👩‍👧‍👦", "e\u0301", "🇩🇪", "word ", "क्षि"];
        for (var i = 0; i < 300; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => parts[random.Next(parts.Length)]));
            var most = random.Next(12, 60);
            var pieces = Cut.Pieces(text, most).ToList();
            Assert.Equal(text, string.Concat(pieces));
            Assert.All(pieces, p => Assert.InRange(p.Length, 1, most));
            var starts = StringInfo.ParseCombiningCharacters(text);
            var at = 0;
            foreach (var piece in pieces)
            {
                Assert.Contains(at, starts);
                at += piece.Length;
            }
        }
    }

    [Fact]
    public void A_grapheme_that_is_longer_than_the_limit_is_cut_all_the_same()
    {
        var zalgo = "z" + new string('\u0301', 500) + "😀";
        Assert.All(Cut.Pieces(zalgo, 100), p => Assert.InRange(p.Length, 1, 100));
        Assert.Equal(zalgo, string.Concat(Cut.Pieces(zalgo, 100)));
        Assert.Equal(100, Cut.Short(zalgo, 100).Length);
    }
}
