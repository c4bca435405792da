package io.landline.cli.chat;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jspecify.annotations.Nullable;

/// What Tab completes in a chat: a command at the start of a line, a room or a person behind `/to`, and
/// people's names in a message. A line is never refused: whatever was typed is a message. Called on the thread of
/// the line editor.
final class ChatCompleter implements Completer, Parser {
    private static final String NAMED = "@";

    private final ChatNames names;

    ChatCompleter(ChatNames names) { this.names = names; }

    /// The part of a line that Tab replaces. The line editor counts code points, `String` counts `char`.
    ///
    /// @param before all that stands before it
    private record Word(String before, String word, String line, int cursor) implements CompletingParsedLine {
        @Override
        public int wordCursor() {
            return word.length();
        }

        @Override
        public int wordIndex() {
            return before.isEmpty() ? 0 : 1;
        }

        @Override
        public List<String> words() {
            return before.isEmpty() ? List.of(word) : List.of(before, word);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return word.codePointCount(0, word.length());
        }

        @Override
        public int rawWordLength() {
            return rawWordCursor();
        }
    }

    /// @param cursor in code points
    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        int end = line.offsetByCodePoints(0, Math.min(cursor, line.codePointCount(0, line.length())));
        String typed = line.substring(0, end);
        int start = wordStart(typed);
        return new Word(typed.substring(0, start), typed.substring(start), line, cursor);
    }

    /// Behind a command's blank all is one word, since names may have blanks.
    private static int wordStart(String typed) {
        for (ChatLine.Command command : ChatLine.Command.values()) {
            if (typed.startsWith(command.typed() + " ")) return command.typed().length() + 1;
        }
        int start = typed.length();
        while (start > 0 && !Character.isWhitespace(typed.charAt(start - 1))) start--;
        return start;
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (!(line instanceof Word word)) return;
        if (word.before().isEmpty() && word.word().startsWith("/")) {
            for (ChatLine.Command command : ChatLine.Command.values()) {
                candidates.add(candidate(command.typed(), command.typed(), command.hint()));
            }
        } else if (word.before().equals(ChatLine.Command.TO.typed() + " ")) {
            for (ChatNames.Known known : names.conversations()) {
                candidates.add(candidate(known.typed(), known.shown(), null));
            }
        } else {
            String lead = word.word().startsWith(NAMED) ? NAMED : "";
            for (ChatNames.Known known : names.people()) {
                candidates.add(candidate(lead + known.typed(), lead + known.shown(), null));
            }
        }
    }

    private static Candidate candidate(String typed, String shown, @Nullable String hint) {
        return new Candidate(typed, shown, null, hint, null, null, true);
    }
}
