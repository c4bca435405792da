package io.landline.cli.message;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of `history` and `search` that choose messages by their author and their day.
final class WantedMessages {
    @Option(names = "--from", paramLabel = "NAME",
            description = "only what this person wrote: a name, or a fingerprint's first digits")
    private @Nullable String author;

    @Option(names = "--since", paramLabel = "DATE",
            description = "only messages of this day or time and later: yesterday, 2026-11-20 or"
                    + " 2026-11-20T14:30")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE",
            description = "only messages up to this day, or before this time: as with --since")
    private @Nullable String until;

    /// Whether nothing is left out.
    boolean isEverything() {
        return author == null && since == null && until == null;
    }

    /// Adds them to the question. What `--before` names is in it already: that and `--until` together are refused.
    void addTo(JsonObject question) throws CommandFailedException {
        if (author != null) question.addProperty("author", author);
        HistoryStart.add(question, since, until, Clock.systemDefaultZone());
    }
}
