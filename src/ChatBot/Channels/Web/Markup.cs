using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace ChatBot.Channels.Web;

/// <summary>HTML. Made from an interpolated string, of which only the text between the holes is markup: what is put in is encoded.</summary>
internal readonly record struct Markup(string Html)
{
    public static Markup None { get; } = new(string.Empty);

    /// <summary>Writes markup with its holes encoded.</summary>
    public static Markup Of(MarkupHandler html) => new(html.ToString());

    /// <summary>One after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(x => x.Html)));

    /// <inheritdoc />
    public override string ToString() => Html;
}

/// <summary>Encodes what stands in the holes of <see cref="Markup.Of"/>, unless it is markup already.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder html = new(literalLength + (formattedCount * 32));

    public void AppendLiteral(string value) => html.Append(value);

    public void AppendFormatted(string? value) => html.Append(HtmlEncoder.Default.Encode(value ?? string.Empty));

    public void AppendFormatted(int value) => html.Append(System.Globalization.CultureInfo.InvariantCulture, $"{value}");

    public void AppendFormatted(Markup value) => html.Append(value.Html);

    /// <inheritdoc />
    public override string ToString() => html.ToString();
}
