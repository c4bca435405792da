package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.node.ProfileReader;
import io.landline.node.port.CommandException;
import io.landline.node.port.Quote;
import io.landline.peer.CodePoints;
import io.landline.room.EntryId;
import java.util.HexFormat;

/// The command `words`: how messages begin that others answer, of files their names. Stateless; any thread.
public final class AnsweredLines {
    /// As many as a page of a history may answer.
    public static final int TARGETS_MAX = 1_000;
    /// A line quotes the beginning alone. In UTF-16: all of them stay below a line of the socket.
    private static final int CHARACTERS_MAX = 200;
    private static final int ID_DIGITS = 32;

    private AnsweredLines() {}

    /// `words` has no field for what is not here, has no text, or stands in `deleted`.
    static void answer(ProfileReader reader, JsonFields command, JsonObject ok)
            throws MalformedJsonException, CommandException {
        var all = new JsonObject();
        var deleted = new JsonArray();
        for (String target : command.texts("targets", TARGETS_MAX, ID_DIGITS)) {
            Quote quote = reader.quote(id(target));
            if (quote.deleted()) {
                deleted.add(target);
            } else if (quote.position() != null) {
                all.addProperty(target, beginning(quote.text()));
            }
        }
        ok.add("words", all);
        ok.add("deleted", deleted);
    }

    private static EntryId id(String target) throws MalformedJsonException {
        try {
            return EntryId.of(HexFormat.of().parseHex(target));
        } catch (IllegalArgumentException e) {
            throw new MalformedJsonException("targets holds something that is no id");
        }
    }

    private static String beginning(String words) {
        return words.length() <= CHARACTERS_MAX ? words : words.substring(0, CodePoints.cut(words, CHARACTERS_MAX));
    }
}
