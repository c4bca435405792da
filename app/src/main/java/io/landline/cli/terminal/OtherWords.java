package io.landline.cli.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Words of other programs for what a command of Landline does. Who reads no manual types them first; the answer asks
/// whether the command was meant. No word of it is a command itself. Stateless; any thread.
final class OtherWords {
    /// By command, what is typed for it.
    static final Map<String, String> BY_COMMAND = Map.ofEntries(
            Map.entry("node", "run start serve server daemon listen"),
            Map.entry("peers", "who list ls users people online discover scan"),
            Map.entry("say", "message msg write text tell post"),
            Map.entry("chat", "talk"),
            Map.entry("send", "share upload offer put push cp"),
            Map.entry("receive", "accept get download recv pull fetch"),
            Map.entry("transfers", "files downloads uploads queue jobs pause resume cancel retry decline"),
            Map.entry("history", "messages read log show"),
            Map.entry("search", "find grep"),
            Map.entry("room", "rooms join create leave key words invite members"),
            Map.entry("id", "whoami fingerprint me"),
            Map.entry("doctor", "diagnose check test"),
            Map.entry("watch", "monitor sniff trace"),
            Map.entry("shelf", "folder folders"),
            Map.entry("collect", "box boxes homework"),
            Map.entry("hand-in", "submit"),
            Map.entry("delete", "remove rm unsend"),
            Map.entry("verify", "safety trust"),
            Map.entry("saved", "bookmarks"),
            Map.entry("save", "bookmark star"),
            Map.entry("network", "interfaces"));

    private static final Map<String, String> COMMAND_OF = commands();

    private OtherWords() {}

    private static Map<String, String> commands() {
        var commands = new TreeMap<String, String>();
        BY_COMMAND.forEach((command, words) -> {
            for (String word : words.split(" ")) commands.put(word, command);
        });
        return Map.copyOf(commands);
    }

    /// @param typed in any case
    static Optional<String> commandOf(String typed) {
        return Optional.ofNullable(COMMAND_OF.get(typed.toLowerCase(Locale.ROOT)));
    }
}
