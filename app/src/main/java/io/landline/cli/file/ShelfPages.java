package io.landline.cli.file;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.ExitCode;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The names of a shelf's folder, page by page. Stateless.
final class ShelfPages {
    /// Pages of one folder. An owner lists at most a million names, in some three thousand pages. The pages of a
    /// hostile one may be empty and never end.
    static final int PAGES_MAX = 5_000;

    private ShelfPages() {}

    /// Asks for one page.
    interface Question {
        /// @param after the last name that was told; null for the first page
        JsonObject page(@Nullable String after) throws IOException, InterruptedException, CommandFailedException;
    }

    /// Tells each name of the folder.
    ///
    /// @return how many there were
    static long each(Question question, Consumer<JsonObject> told)
            throws IOException, InterruptedException, CommandFailedException {
        long count = 0;
        String after = null;
        for (int pages = 0; pages < PAGES_MAX; pages++) {
            JsonObject page = question.page(after);
            for (JsonElement each : page.getAsJsonArray("items")) {
                told.accept(each.getAsJsonObject());
                count++;
            }
            if (!page.has("next")) return count;
            after = EventFields.text(page, "next");
        }
        throw new CommandFailedException(ExitCode.FAILED, Why.FAILED, CommandTexts.of(
                "The list of this folder does not end: its owner has sent {0} pages of it. What came so far is listed."
                        + " List a folder in it, or take what you need by its name.",
                PAGES_MAX));
    }
}
