package io.landline.cli.terminal;

import com.google.gson.JsonObject;
import io.landline.room.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedCollection;

/// Which word of a closed list was meant by one that was mistyped or cut short: a command, an option, a state, an
/// experiment. The library's own guesses go far: it took *accept* for *cancel*. Stateless; any thread.
public final class MeantWord {
    /// Fewer letters begin too much.
    private static final int BEGINNING_MIN = 3;
    /// Names are short, and other words that people try are not far from them: *help* is two edits from *shelf*.
    private static final int LETTERS_AN_EDIT = 3;

    private MeantWord() {}

    /// @param typed in any case
    /// @param known in lower case; of several that are as near the first one is meant
    static Optional<String> of(String typed, SequencedCollection<String> known) {
        if (known.contains(typed)) return Optional.empty(); // something else is wrong
        String word = typed.toLowerCase(Locale.ROOT);
        List<String> longer = known.stream().filter(each -> each.startsWith(word)).toList();
        int letters = (int) word.chars().filter(Character::isLetter).count();
        if (letters == 0) return Optional.empty(); // any other number is as near
        if (letters >= BEGINNING_MIN && longer.size() == 1) return Optional.of(longer.getFirst());
        return Spelling.nearest(word, known, letters / LETTERS_AN_EDIT);
    }

    /// The sentence that refuses a word which is not in the list. If one of the list is near, the sentence asks whether
    /// that was meant.
    ///
    /// @param sentence a whole one, in the language of commands
    public static String behind(String sentence, String typed, SequencedCollection<String> known) {
        return asking(sentence, of(typed, known));
    }

    /// The same of a command, which other programs may call otherwise.
    static String behindCommand(String sentence, String typed, SequencedCollection<String> known) {
        return asking(sentence, OtherWords.commandOf(typed).filter(known::contains).or(() -> of(typed, known)));
    }

    private static String asking(String sentence, Optional<String> meant) {
        return meant.map(word -> sentence + " " + CommandTexts.of("Did you mean {0}?", word)).orElse(sentence);
    }

    /// The same, of a sentence of the node.
    ///
    /// @param answer of the node; one that is done is left as it is
    public static JsonObject behind(JsonObject answer, String typed, SequencedCollection<String> known) {
        if (EventFields.isOk(answer)) return answer;
        answer.addProperty("message",
                behind(CommandTexts.inThisLanguage(EventFields.text(answer, "message")), typed, known));
        return answer;
    }
}
