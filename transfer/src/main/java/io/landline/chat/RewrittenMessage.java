package io.landline.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.landline.chat.act.Reference;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message that its author has written a second time, because a restored profile had lost its place in the log to
/// another one (docs/protocol/acts.md, "Written again"). The body says what it was first. Immutable; any thread.
public final class RewrittenMessage {
    /// Twins of one message that count, the newest ones: an author who writes more gains nothing.
    public static final int TWINS_MAX = 8;
    private static final String FIELD = "again";
    private static final byte[] MARK = "\"again\"".getBytes(UTF_8);

    private RewrittenMessage() {}

    /// Whether entries of this kind say what they were first: kinds that people see, and would see twice.
    public static boolean isCarriedBy(EntryKind kind) {
        return kind.isShown();
    }

    /// Which of these twins is shown: the newest. Of offers the first one, since files travel under its id.
    ///
    /// @param twins in the order of the timeline, at least one
    public static <T> T shown(EntryKind kind, List<T> twins) {
        return kind.equals(EntryKind.OFFER) ? twins.getFirst() : twins.getLast();
    }

    /// The body of the entry that is written in the place of this one.
    public static byte[] body(Entry lost, byte[] body) {
        if (!isCarriedBy(lost.kind())) return body;
        JsonObject object;
        try {
            object = StrictJson.object(body).copy();
        } catch (MalformedJsonException e) {
            return body; // nobody sees it
        }
        if (!object.has(FIELD)) object.add(FIELD, lost.reference().toJson());
        byte[] marked = object.toString().getBytes(UTF_8);
        return marked.length > Entry.BODY_BYTES_MAX ? body : marked;
    }

    /// What the entry was first, by the same author; null where it was written once, or has no body.
    public static @Nullable Reference of(Entry entry) {
        byte[] body = entry.body();
        if (body == null || !isCarriedBy(entry.kind()) || !isMarked(body)) return null;
        try {
            JsonFields fields = StrictJson.object(body);
            Reference first = fields.has(FIELD) ? Reference.read(fields, FIELD) : null;
            return first == null || !first.author().equals(entry.author()) ? null : first;
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    /// What an entry was when it was first written. All its twins have the same root.
    public static Reference root(Entry entry) {
        Reference first = of(entry);
        return first == null ? entry.reference() : first;
    }

    /// Whether both, which have one root, say the same. What says something else is no twin: nobody can change their
    /// words unseen.
    public static boolean areTwins(Entry one, Entry other) {
        byte[] body = one.body();
        byte[] otherBody = other.body();
        return body != null && otherBody != null && one.kind().equals(other.kind())
                && without(body).equals(without(otherBody));
    }

    private static JsonObject without(byte[] body) {
        try {
            JsonObject object = StrictJson.object(body).copy();
            object.remove(FIELD);
            return object;
        } catch (MalformedJsonException e) {
            return new JsonObject();
        }
    }

    /// Most bodies are not marked, and need not be read.
    private static boolean isMarked(byte[] body) {
        for (int i = 0; i + MARK.length <= body.length; i++) {
            int same = 0;
            while (same < MARK.length && body[i + same] == MARK[same]) same++;
            if (same == MARK.length) return true;
        }
        return false;
    }
}
