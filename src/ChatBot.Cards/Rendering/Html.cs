using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ChatBot.Cards.Rendering;

/// <summary>The only way into the HTML: every text and attribute is encoded here.</summary>
internal sealed class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    public void Open(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                html.Append(' ').Append(name).Append("=\"").Append(Encoder.Encode(Clean.Controls(value))).Append('"');
            }
        }

        html.Append('>');
    }

    public void Close(string tag) => html.Append("</").Append(tag).Append('>');

    public void Text(string text)
    {
        var lines = Clean.Controls(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            html.Append(i > 0 ? "<br>" : "").Append(Encoder.Encode(lines[i]));
        }
    }

    public void Element(string tag, string text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        Open(tag, attributes);
        Text(text);
        Close(tag);
    }

    /// <summary>Markdown as paragraphs and lists. A single paragraph gets no tag of its own: the caller's is enough.</summary>
    public void Markdown(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph)
            {
                Wrapped(blocks.Count > 1 ? "p" : null, block.Lines[0]);
                continue;
            }

            var list = block.Kind == BlockKind.Bullet ? "ul" : "ol";
            Open(list);
            foreach (var line in block.Lines)
            {
                Wrapped("li", line);
            }

            Close(list);
        }
    }

    public override string ToString() => html.ToString();

    private void Wrapped(string? tag, IReadOnlyList<Inline> inlines)
    {
        if (tag is null)
        {
            Inlines(inlines);
            return;
        }

        Open(tag);
        Inlines(inlines);
        Close(tag);
    }

    private void Inlines(IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Words words:
                    Text(words.Text);
                    break;
                case LineBreak:
                    Open("br");
                    break;
                case Bold bold:
                    Wrapped("strong", bold.Content);
                    break;
                case Italic italic:
                    Wrapped("em", italic.Content);
                    break;
                case Link link:
                    Open("a", ("href", link.Url), ("rel", "noopener noreferrer"), ("target", "_blank"));
                    Inlines(link.Content);
                    Close("a");
                    break;
            }
        }
    }
}
