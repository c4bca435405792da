package io.landline.cli.chat;

import io.landline.cli.terminal.CommandTexts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a line of a chat on a terminal means: a message, or a command of the chat.
sealed interface ChatLine {
    /// How a line begins that is a message with a slash at its start.
    String SLASHED = "//";

    enum Command {
        TO, WHO, STATUS, SHARE, HELP, QUIT;

        /// As it is typed, slash included.
        String typed() {
            return "/" + name().toLowerCase(Locale.ROOT);
        }

        static List<String> allTyped() {
            return Arrays.stream(values()).map(Command::typed).toList();
        }

        String hint() {
            return CommandTexts.of(switch (this) {
                case TO -> "go on in another conversation";
                case WHO -> "who is here";
                case STATUS -> "here, away or busy, with a text if you like";
                case SHARE -> "yes or no: whether others see when you type, read and were here, and you see it of them";
                case HELP -> "what can be typed";
                case QUIT -> "end the chat";
            });
        }
    }

    /// Nothing but blanks.
    record Empty() implements ChatLine {}

    record Message(String text) implements ChatLine {}

    /// @param argument what follows the command, trimmed; empty if nothing follows
    record Do(Command command, String argument) implements ChatLine {}

    /// @param word as it was typed
    record Unknown(String word) implements ChatLine {}

    static ChatLine of(String typed) {
        if (typed.isBlank()) return new Empty();
        if (typed.startsWith(SLASHED)) return new Message(typed.substring(1).stripTrailing());
        if (!typed.startsWith("/")) return new Message(typed.stripTrailing());
        int end = 0;
        while (end < typed.length() && !Character.isWhitespace(typed.charAt(end))) end++;
        String word = typed.substring(0, end);
        for (Command command : Command.values()) {
            if (command.typed().equals(word)) return new Do(command, typed.substring(end).strip());
        }
        return new Unknown(word);
    }
}
