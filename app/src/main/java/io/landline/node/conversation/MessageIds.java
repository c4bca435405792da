package io.landline.node.conversation;

import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.room.EntryId;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.TimelineViews.Located;
import io.landline.storage.choices.SqliteSaved;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Finds the entry that a person means by an id or its first digits. Any thread; reads the database.
public final class MessageIds {
    /// Entries with ids that begin alike, as far as a sentence names them.
    private static final int ALIKE_MAX = 4;
    private static final String NOTHING_DONE = " Nothing was done.";

    private final TimelineViews views;

    public MessageIds(TimelineViews views) { this.views = views; }

    /// The saved message that is meant, also where it is not here any more.
    public EntryId find(String id, SqliteSaved saved) throws CommandException {
        check(id);
        List<EntryId> named = DatabaseAccess.of(() -> saved.named(id, ALIKE_MAX));
        return named.size() == 1 ? named.getFirst() : find(id);
    }

    private static void check(String id) throws CommandException {
        boolean isId = TimelineViews.ID_DIGITS_MIN <= id.length() && id.length() <= 2 * EntryId.BYTES
                && id.chars().allMatch(HexFormat::isHexDigit);
        if (!isId) {
            throw new CommandException(Code.MALFORMED, "A message is named by its id, or by at least the first "
                    + TimelineViews.ID_DIGITS_MIN + " digits of it. landline history TO --ids shows them."
                    + NOTHING_DONE);
        }
    }

    public EntryId find(String id) throws CommandException {
        check(id);
        List<Located> found = DatabaseAccess.of(() -> {
            List<Located> named = views.withId(id, ALIKE_MAX);
            return named.isEmpty() ? views.writtenAgain(id) : named;
        });
        if (found.isEmpty()) throw noMessage();
        if (found.size() > 1) {
            throw new CommandException(Code.AMBIGUOUS, "Several messages have ids that begin so: "
                    + found.stream().map(each -> each.entry().id().hex()).collect(Collectors.joining(", ")) + "."
                    + NOTHING_DONE);
        }
        return found.getFirst().entry().id();
    }

    public static CommandException noMessage() {
        return new CommandException(Code.NO_MESSAGE, "There is no such message here." + NOTHING_DONE);
    }
}
