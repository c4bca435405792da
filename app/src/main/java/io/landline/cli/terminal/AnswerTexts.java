package io.landline.cli.terminal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a node says, in another language, and the demo. They make whole sentences in English, with names and numbers in
/// them, and programs read them as they are. So the sentences are recognized here by their patterns. One for each
/// language; any thread.
final class AnswerTexts {
    /// A longer text is no sentence of a node, and would take long to compare.
    static final int CHARACTERS_MAX = 4_096;

    /// A sentence with places.
    ///
    /// @param english what it is recognized by; its groups are the places in their order, from `{0}`
    /// @param letters those that stand outside the places: of two sentences the one that says more is the right one
    private record Sentence(Pattern english, String translation, int letters) {}

    private final Map<String, String> whole = new HashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();

    /// @param translations by the English sentences, with places `{0}`, `{1}` … in this order
    AnswerTexts(Map<String, String> translations) {
        translations.forEach((english, translation) -> {
            if (CommandTexts.PLACE.matcher(english).find()) {
                sentences.add(sentence(english, translation));
            } else {
                whole.put(english, translation);
            }
        });
        sentences.sort(Comparator.comparingInt(Sentence::letters).reversed());
    }

    private static Sentence sentence(String english, String translation) {
        var pattern = new StringBuilder();
        int letters = 0;
        int end = 0;
        Matcher places = CommandTexts.PLACE.matcher(english);
        while (places.find()) {
            pattern.append(Pattern.quote(english.substring(end, places.start()))).append("(.+?)");
            letters += places.start() - end;
            end = places.end();
        }
        pattern.append(Pattern.quote(english.substring(end)));
        letters += english.length() - end;
        return new Sentence(Pattern.compile(pattern.toString(), Pattern.DOTALL), translation, letters);
    }

    /// The sentence in this language; as it stands where it is not known. What stands in a place may be a sentence of
    /// its own, as before `Nothing was done.`
    String translated(String sentence) {
        String known = whole.get(sentence);
        if (known != null) return known;
        if (sentence.length() > CHARACTERS_MAX) return sentence;
        for (Sentence each : sentences) {
            Matcher said = each.english.matcher(sentence);
            if (said.matches()) {
                return CommandTexts.filled(each.translation, place -> translated(said.group(place + 1)));
            }
        }
        return sentence;
    }
}
