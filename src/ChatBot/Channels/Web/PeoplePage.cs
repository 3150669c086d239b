using System.Globalization;
using ChatBot.Storage;

namespace ChatBot.Channels.Web;

/// <summary>The list of people to talk as.</summary>
internal static class PeoplePage
{
    /// <summary>The page: examples by situation, or what was found for <paramref name="sought"/>.</summary>
    public static Markup Of(IReadOnlyList<PersonExample> people, string sought) => Layout.Page("Talk to ChatBot", "people", Markup.Of(
        $"""
         <header class="hero">
           {Layout.Mark}
           <h1>Talk to ChatBot</h1>
           <p class="lead">Pick somebody and ask what they would ask. You see what they would see in Teams or Slack, made of the same data.</p>
         </header>
         <main id="main">
           <search>
             <form class="search" method="get" action="/">
               <label for="q">Find somebody by e-mail</label>
               <div class="search-row">
                 <input id="q" name="q" type="search" value="{sought}" autocomplete="off" spellcheck="false" maxlength="100">
                 <button type="submit">Find</button>
               </div>
             </form>
           </search>
           {(people.Count == 0 ? Nobody(sought) : Groups(people))}
         </main>
         <footer class="foot"><p>This page is for trying the service on your own machine. It exists in Development only.</p></footer>
         """));

    private static Markup Nobody(string sought) => sought.Length > 0
        ? Markup.Of($"""<p class="empty">Nobody's e-mail holds “{sought}”. <a href="/">Back to everybody</a></p>""")
        : Markup.Of(
            $"""
             <section class="empty" aria-labelledby="empty">
               <h2 id="empty">There is nobody here yet</h2>
               <p>This database holds no people. Import them, their usage, and compute the scores:</p>
               <pre><code>dotnet run --project src/ChatBot -- import people people.csv
             dotnet run --project src/ChatBot -- import copilot-usage usage.ndjson
             dotnet run --project src/ChatBot -- score</code></pre>
             </section>
             """);

    private static Markup Groups(IReadOnlyList<PersonExample> people) => Markup.Of(
        $"""<form class="groups" method="post" action="/chat">{Markup.Join(people.GroupBy(x => x.Situation).Select(Group))}</form>""");

    private static Markup Group(IGrouping<string, PersonExample> group, int number)
    {
        var (title, line, mark) = Situations.Of(group.Key);
        return Markup.Of(
            $"""
             <section class="group mark-{mark}" aria-labelledby="g{number}">
               <h2 id="g{number}">{title}</h2>
               <p class="group-line">{line}</p>
               <ul>{Markup.Join(group.Select(Person))}</ul>
             </section>
             """);
    }

    private static Markup Person(PersonExample person) => Markup.Of(
        $"""
         <li><button class="person" name="as" value="{person.Email}">
           <span class="face" aria-hidden="true">{Initials(person.Name)}</span>
           <span class="who"><bdi class="name">{person.Name}</bdi><span class="email">{Layout.Address(person.Email)}</span></span>
         </button></li>
         """);

    private static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? "?" : string.Concat(words.Take(1).Concat(words.Skip(1).TakeLast(1)).Select(x => StringInfo.GetNextTextElement(x).ToUpperInvariant()));
    }
}
