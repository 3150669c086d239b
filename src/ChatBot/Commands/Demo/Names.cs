using System.Globalization;
using System.Text;

namespace ChatBot.Commands.Demo;

/// <summary>Invented people's names, from many places, and how they are written in an address.</summary>
internal static class Names
{
    private static readonly string[] Given =
    [
        "Ada", "Adaeze", "Agnieszka", "Aiko", "Ailín", "Aisha", "Alba", "Alejandro", "Aleš", "Amara", "Amir", "Ana", "Anaïs", "Anders", "Anjali", "Anton",
        "Arjun", "Astrid", "Ayşe", "Azra", "Beatriz", "Benedikt", "Björn", "Bo", "Bronwen", "Camila", "Caoimhe", "Carmen", "Chidi", "Chloé", "Cleo", "Daan",
        "Dagný", "Damla", "Deniz", "Diego", "Dilnoza", "Dmitri", "Eilidh", "Ekene", "Elif", "Elodie", "Emeka", "Emre", "Esi", "Esperanza", "Fatima", "Feliks",
        "Femi", "Fernanda", "Fiona", "Florian", "Freya", "Gabriela", "Giulia", "Gwen", "Håkon", "Hana", "Haruki", "Heidi", "Hiroshi", "Ibrahim", "Ida",
        "Ilaria", "Imani", "Indira", "Ines", "Inga", "Isra", "Ivo", "Jakub", "Jana", "Jiayi", "João", "Jonas", "Joosep", "Juno", "Kaan", "Kamala", "Karim",
        "Katarína", "Kavya", "Kenji", "Kwame", "Laila", "Lars", "Leilani", "Leïla", "Liam", "Linnea", "Lucía", "Luka", "Łucja", "Magnus", "Mai", "Małgorzata",
        "Mariam", "Marek", "Mateo", "Matilda", "Mei", "Mina", "Mirela", "Naledi", "Naoki", "Nia", "Nikolai", "Noor", "Nuria", "Ola", "Oksana", "Olumide",
        "Omar", "Oskar", "Otto", "Paloma", "Pavel", "Petra", "Priya", "Radu", "Rania", "Rasa", "Ravi", "René", "Rosa", "Rūta", "Saanvi", "Salma", "Samir",
        "Sanna", "Sára", "Selin", "Simone", "Siobhán", "Søren", "Sofía", "Soraya", "Sunniva", "Tadeáš", "Takumi", "Tariq", "Teodor", "Thandiwe", "Tomás",
        "Uma", "Valentina", "Vikram", "Wambui", "Wen", "Xiomara", "Yael", "Yasmin", "Yuki", "Zahra", "Zofia", "Zoltán", "Zuri",
    ];

    private static readonly string[] Family =
    [
        "Abebe", "Acheampong", "Adeyemi", "Aguilar", "Ahmadi", "Almeida", "Andersen", "Andrade", "Aoki", "Araújo", "Aslan", "Baker", "Banerjee", "Barzani",
        "Becker", "Bergström", "Bianchi", "Björk", "Bondarenko", "Brânză", "Byron", "Cardoso", "Castillo", "Çelik", "Černý", "Chatterjee", "Chen", "Cohen",
        "Costa", "Dąbrowski", "Das", "Delgado", "Demir", "Diallo", "Díaz", "Doğan", "Dubois", "Duarte", "Eklund", "Eriksen", "Espinoza", "Evans", "Farouk",
        "Fernández", "Ferrari", "Fischer", "Fontaine", "Fujita", "Gałecki", "García", "Gill", "Gómez", "Gupta", "Haddad", "Hakimi", "Halonen", "Hansen",
        "Haruna", "Hassan", "Hoffmann", "Horák", "Horvat", "Hughes", "Ibarra", "Ilić", "Inoue", "Iyer", "Jansen", "Jarosz", "Jensen", "Jovanović", "Juhász",
        "Kamau", "Kapoor", "Karlsson", "Kato", "Kaya", "Kelly", "Khan", "Kiplagat", "Kobayashi", "Kovács", "Kowalczyk", "Krause", "Kumar", "Kuusk",
        "Larsen", "Laurent", "Leclerc", "Lehtinen", "Levy", "Lewandowska", "Li", "Lindqvist", "López", "Lund", "Mahlangu", "Malik", "Mäkinen", "Marino",
        "Markovic", "Martínez", "Mazur", "Mbeki", "Mehta", "Mendes", "Meyer", "Mishra", "Molina", "Mori", "Moreau", "Mukherjee", "Müller", "Murphy", "Mwangi",
        "Nakamura", "Ndiaye", "Németh", "Nguyen", "Nilsson", "Novák", "Nwosu", "O'Brien", "Oduya", "Okafor", "Okonkwo", "Olsen", "Omondi", "Ortega",
        "Öztürk", "Papadopoulos", "Park", "Patel", "Pereira", "Petrov", "Pham", "Popescu", "Quispe", "Rahman", "Ramírez", "Rao", "Reddy", "Ribeiro", "Rossi",
        "Ruiz", "Saito", "Salazar", "Santos", "Sato", "Schäfer", "Schröder", "Sharma", "Shevchenko", "Silva", "Singh", "Sjöberg", "Smit", "Soto", "Souza",
        "Strand", "Suzuki", "Szabó", "Takahashi", "Tamm", "Tanaka", "Tesfaye", "Thompson", "Toivonen", "Torres", "Tran", "Tshabalala", "Vargas", "Vasquez",
        "Verma", "Virtanen", "Vogel", "Wagner", "Walker", "Wang", "Watanabe", "Weiß", "Williams", "Wójcik", "Yamamoto", "Yıldız", "Zając", "Zhang", "Zieliński",
    ];

    /// <summary>A given and a family name.</summary>
    public static (string Given, string Family) Pick(ref Dice dice) => (dice.Pick<string>(Given), dice.Pick<string>(Family));

    /// <summary>Letters a–z only, lower-case: marks are taken off, letters of their own are spelled.</summary>
    public static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length + 2);
        foreach (var letter in name.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            _ = letter switch
            {
                >= 'a' and <= 'z' => plain.Append(letter),
                'ø' => plain.Append('o'),
                'ł' => plain.Append('l'),
                'ı' => plain.Append('i'),
                'ß' => plain.Append("ss"),
                'æ' => plain.Append("ae"),
                'đ' or 'ð' => plain.Append('d'),
                _ => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherPunctuation
                    ? plain
                    : throw new ArgumentException($"No plain spelling is known for the letter {letter} of {name}.", nameof(name)),
            };
        }

        return plain.ToString();
    }
}
