//! Words of several languages, as often as people use them.
//!
//! The most frequent words of a language are real; the long tail is put together from
//! its syllables. How often a word comes follows Zipf's law with Mandelbrot's
//! correction, as in real texts: a few words stand in nearly every entry, half of all
//! words only in one or two.

use crate::chance::Chance;

/// A language to write in.
pub(crate) struct Language {
    words: Vec<String>,
    /// For every word, how often it and those before it come, of all words.
    up_to: Vec<f64>,
}

/// The frequent words of a language, most frequent first, and its syllables.
struct Source {
    frequent: &'static str,
    first: &'static [&'static str],
    next: &'static [&'static str],
}

/// How many different words someone uses in ten years of writing in one language.
const WORDS: usize = 15_000;

const SOURCES: [Source; 6] = [
    Source {
        frequent: "the I and to a was of it that in my he me not she with for but on had we is \
            what said so him her at this about have when be as they you all like just then if \
            there were would out did because up no from know didn't how been could after feel \
            more think time back one get really or your an do day want told now don't who only \
            again before home felt by even never still something went need night over some too \
            way maybe anything good last things work always talk mother thought around down \
            call today morning other people why same wanted asked left made off first himself \
            father brother sister friend argue tired alone angry quiet phone drink kitchen \
            dinner session therapist remember nothing everything yesterday weekend children",
        first: &[
            "be", "con", "de", "dis", "ex", "for", "in", "per", "pre", "re", "sub", "un", "ca",
            "fa", "ha", "la", "ma", "pa", "sa", "ta", "wi", "stra", "tri", "plea",
        ],
        next: &[
            "ing", "er", "ly", "ment", "ness", "tion", "able", "ful", "ter", "der", "ral", "vi",
            "lo", "mi", "no", "ra", "se", "ti",
        ],
    },
    Source {
        frequent: "ich und die der nicht das es ist zu mir in war sie er mich so aber ein mit auf \
            dass wie was habe an hat den von dann noch im für auch wenn hatte meine nur mein wir \
            schon da eine ihm bei nach aus wieder mehr sich doch dem heute weil immer oder über \
            kann gesagt alles wollte etwas nichts sehr zum ihr vor einfach jetzt zeit mutter \
            vater abend gestern morgen arbeit hause wollen vielleicht niemand müde wütend allein \
            schwester bruder freundin gespräch sitzung wochenende schlafen trinken angst",
        first: &[
            "ab", "an", "auf", "be", "ein", "ent", "er", "ge", "ver", "zer", "schla", "stra", "ra",
            "li", "mu", "wo", "kra", "zu", "hin", "um",
        ],
        next: &[
            "ung", "lich", "keit", "heit", "en", "er", "ig", "bar", "tel", "gen", "ben", "ten",
            "sch", "isch", "lung", "zeug",
        ],
    },
    Source {
        frequent: "que de no la y a el en me lo un mi se con por una es los para pero está muy \
            estaba si más como yo le ya su cuando había porque todo nada hoy después él ella \
            casa siempre bien hace algo dijo día nunca vez tiempo noche quería madre padre \
            hermano hermana trabajo cansado sola miedo enfadado llamada ayer mañana sesión \
            hablar dormir recuerdo cocina silencio también entonces tengo puedo sentí quiero",
        first: &[
            "des", "con", "re", "en", "pre", "ma", "pa", "ca", "sa", "tra", "per", "lle", "so",
            "vi", "mo", "cu", "fa", "gra", "ha", "li",
        ],
        next: &[
            "ción", "dad", "mente", "ar", "er", "ido", "ado", "ra", "to", "ca", "mo", "les", "ble",
            "za", "no", "ñe",
        ],
    },
    Source {
        frequent: "je de pas que et la le à il est j'ai en me un elle ne les ça dans pour une mais \
            avec on mon qui ma si c'est plus des au tout était rien bien fait dit moi lui même \
            quand comme encore parce jamais après avant toujours soir matin maison temps mère \
            père frère soeur travail fatigué seule colère téléphone hier aujourd'hui demain \
            séance parler dormir peur souvenir cuisine silence peut-être alors voulais quelque",
        first: &[
            "dé", "re", "con", "en", "ma", "pa", "sou", "pré", "tra", "cha", "ou", "par", "mé",
            "la", "ré", "a", "im", "é", "bou", "fai",
        ],
        next: &[
            "ment", "tion", "er", "ir", "age", "té", "eur", "ble", "nier", "ter", "ler", "ner",
            "ce", "re", "ge", "que",
        ],
    },
    Source {
        frequent: "я и не что в на он с как мне это она меня но мы у был а так все было за к мой \
            его ты бы же когда если по ещё только от уже нет для очень потом снова дома сказал \
            сказала опять ничего почему сегодня вчера утром вечером мама папа брат сестра работа \
            устала одна страшно злюсь телефон разговор помню молчал хотела время потому всегда \
            никогда может просто чтобы после больше день ночь друг",
        first: &[
            "по", "за", "на", "при", "про", "раз", "вы", "пере", "от", "до", "об", "не", "со",
            "ма", "ко", "мо", "ра", "бе", "го", "ста",
        ],
        next: &[
            "ть", "ние", "ка", "ла", "лось", "ный", "ная", "ство", "но", "го", "ся", "ли", "ми",
            "рен", "вал", "жен",
        ],
    },
    Source {
        frequent: "ve bir bu ben da de o çok ne ama için gibi beni bana benim sonra daha değil \
            kadar her onu ona hiç dedi şey mi var yok zaman neden nasıl bugün dün sabah akşam \
            gece annem babam kardeşim arkadaşım evde iş yorgun yalnız kızgın telefon konuşma \
            hatırlıyorum sessiz istedim çünkü hep belki sadece bile yine şimdi önce gün \
            geldi gitti oldu olduğunu söyledi",
        first: &[
            "ka", "ge", "bu", "de", "sa", "ya", "ko", "se", "ol", "bil", "gör", "dü", "ba", "çı",
            "an", "be", "du", "il", "me", "tu",
        ],
        next: &[
            "lar", "ler", "dım", "yor", "mış", "lık", "siz", "mak", "mek", "da", "den", "un", "ın",
            "cı", "ce", "miz",
        ],
    },
];

/// Of ten entries, how many are in each language. Most people write in one, and in
/// another to or about some people.
const OUT_OF_TEN: [usize; 10] = [0, 0, 0, 0, 1, 1, 2, 3, 4, 5];

/// Every language.
pub(crate) fn all(chance: &mut Chance) -> Vec<Language> {
    SOURCES.iter().map(|source| Language::of(source, chance)).collect()
}

/// The languages in turn, as often as they are written in.
pub(crate) fn pick<'a>(languages: &'a [Language], chance: &mut Chance) -> &'a Language {
    &languages[OUT_OF_TEN[chance.below(OUT_OF_TEN.len())]]
}

/// What a person types to find something: frequent and rare words of every language,
/// whole and as the beginning of more, and two words after one another.
pub(crate) fn searches(languages: &[Language]) -> Vec<String> {
    let mut searches = Vec::new();
    for language in languages {
        let word = |rank: usize| language.words[rank.min(WORDS - 1)].clone();
        searches.extend([3, 11, 29, 64, 97, 300, 2_000, 12_000].map(word));
        searches.push([word(40), word(75)].join(" "));
        searches.push([word(6), word(1_000)].join(" "));
    }
    searches
}

impl Language {
    fn of(source: &Source, chance: &mut Chance) -> Self {
        let mut words: Vec<String> = source.frequent.split_whitespace().map(Into::into).collect();
        while words.len() < WORDS {
            let mut word = String::from(*chance.one_of(source.first));
            for _ in 0..=chance.below(3) {
                word.push_str(chance.one_of::<&str>(source.next));
            }
            words.push(word);
        }
        let mut sum = 0.0;
        let mut up_to = Vec::with_capacity(WORDS);
        for rank in 0..WORDS {
            sum += 1.0 / (rank_as_number(rank) + 2.7);
            up_to.push(sum);
        }
        for one in &mut up_to {
            *one /= sum;
        }
        Self { words, up_to }
    }

    /// So many words, with the full stops that make them sentences.
    pub(crate) fn text(&self, words: usize, chance: &mut Chance) -> String {
        let mut text = String::with_capacity(words * 7);
        let mut left = 6 + chance.below(14);
        for _ in 0..words {
            text.push_str(self.word(chance));
            left -= 1;
            text.push_str(if left == 0 { ". " } else { " " });
            if left == 0 {
                left = 6 + chance.below(14);
            }
        }
        text.truncate(text.trim_end().len());
        text
    }

    fn word(&self, chance: &mut Chance) -> &str {
        let share = chance.share();
        let rank = self.up_to.partition_point(|&up_to| up_to < share);
        &self.words[rank.min(WORDS - 1)]
    }
}

fn rank_as_number(rank: usize) -> f64 {
    f64::from(u32::try_from(rank).expect("there are few words"))
}
