package io.landline.filetransfer.desk;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.manifest.SafePath;
import io.landline.filetransfer.TransferId;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.room.EntryId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the two sides of a transfer say to each other on the control connection in JSON. A message that names an offer
/// comes from its receiver, who may be the first to speak of that transfer; all others name the transfer.
public sealed interface FileMessage {
    /// Entries of one page, at most (docs/protocol/files.md, "Control frames in JSON"); fewer where their paths are
    /// long.
    int PAGE_ENTRIES_MAX = 1_000;
    /// Of a page's JSON: leaves room in a control frame for the rest of it.
    int PAGE_BYTES_MAX = 100 * 1024;
    /// The end of the year 9999, in ms since 1970: no file system knows a later one.
    long MODIFIED_MILLIS_MAX = 253_402_300_799_999L;

    record ManifestRequest(EntryId offer, long from) implements FileMessage {}

    /// Entries from `from` on; none where there are no more.
    record ManifestPage(EntryId offer, long from, List<Entry> entries) implements FileMessage {
        record Entry(String path, long bytes, long modifiedMillis) {}
    }

    record Accept(EntryId offer) implements FileMessage {}

    record Decline(EntryId offer) implements FileMessage {}

    record Pause(TransferId transfer) implements FileMessage {}

    record Resume(TransferId transfer) implements FileMessage {}

    record Cancel(TransferId transfer) implements FileMessage {}

    record Failed(TransferId transfer, FailureReason reason, boolean resumable) implements FileMessage {}

    record Done(TransferId transfer) implements FileMessage {}

    default Frame toFrame() {
        var json = new JsonObject();
        int type = switch (this) {
            case ManifestRequest(var offer, var from) -> {
                json.addProperty("offer", offer.hex());
                json.addProperty("from", from);
                yield FrameType.MANIFEST_REQUEST;
            }
            case ManifestPage page -> {
                write(page, json);
                yield FrameType.MANIFEST_PAGE;
            }
            case Accept(var offer) -> named(json, "offer", offer.hex(), FrameType.ACCEPT);
            case Decline(var offer) -> named(json, "offer", offer.hex(), FrameType.DECLINE);
            case Pause(var transfer) -> named(json, "transfer", transfer.hex(), FrameType.PAUSE);
            case Resume(var transfer) -> named(json, "transfer", transfer.hex(), FrameType.RESUME);
            case Cancel(var transfer) -> named(json, "transfer", transfer.hex(), FrameType.CANCEL);
            case Failed(var transfer, var reason, var resumable) -> {
                json.addProperty("transfer", transfer.hex());
                json.addProperty("reason", reason.text());
                json.addProperty("resumable", resumable);
                yield FrameType.FAILED;
            }
            case Done(var transfer) -> named(json, "transfer", transfer.hex(), FrameType.DONE);
        };
        return new Frame(type, json.toString().getBytes(UTF_8));
    }

    /// Reads a frame of one of these types; null for a type of this range that only a later version knows.
    static @Nullable FileMessage received(Frame frame) throws MalformedFrameException {
        try {
            return switch (frame.type()) {
                case FrameType.MANIFEST_REQUEST -> {
                    JsonFields json = StrictJson.object(frame.body());
                    yield new ManifestRequest(offer(json), json.number("from", 0, OfferBody.FILES_MAX));
                }
                case FrameType.MANIFEST_PAGE -> page(StrictJson.object(frame.body()));
                case FrameType.ACCEPT -> new Accept(offer(StrictJson.object(frame.body())));
                case FrameType.DECLINE -> new Decline(offer(StrictJson.object(frame.body())));
                case FrameType.PAUSE -> new Pause(transfer(StrictJson.object(frame.body())));
                case FrameType.RESUME -> new Resume(transfer(StrictJson.object(frame.body())));
                case FrameType.CANCEL -> new Cancel(transfer(StrictJson.object(frame.body())));
                case FrameType.FAILED -> failed(StrictJson.object(frame.body()));
                case FrameType.DONE -> new Done(transfer(StrictJson.object(frame.body())));
                default -> null;
            };
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("file message " + frame.type() + ": " + e.getMessage(), e);
        }
    }

    /// What an entry with this path takes in a page, at most: six bytes for one where JSON escapes it, and the rest of
    /// it.
    static int entryBytes(String path) {
        return 6 * path.getBytes(UTF_8).length + 80;
    }

    private static int named(JsonObject json, String what, String hex, int type) {
        json.addProperty(what, hex);
        return type;
    }

    private static void write(ManifestPage page, JsonObject json) {
        json.addProperty("offer", page.offer.hex());
        json.addProperty("from", page.from);
        var entries = new JsonArray();
        for (ManifestPage.Entry entry : page.entries) {
            var one = new JsonObject();
            one.addProperty("path", entry.path);
            one.addProperty("bytes", entry.bytes);
            one.addProperty("modified", entry.modifiedMillis);
            entries.add(one);
        }
        json.add("entries", entries);
    }

    private static ManifestPage page(JsonFields json) throws MalformedJsonException {
        var entries = new ArrayList<ManifestPage.Entry>();
        for (JsonFields one : json.objects("entries", PAGE_ENTRIES_MAX)) {
            entries.add(new ManifestPage.Entry(one.text("path", SafePath.PATH_BYTES_MAX),
                    one.number("bytes", 0, OfferBody.BYTES_MAX), one.number("modified", 0, MODIFIED_MILLIS_MAX)));
        }
        return new ManifestPage(offer(json), json.number("from", 0, OfferBody.FILES_MAX), List.copyOf(entries));
    }

    /// A reason that only a later version knows is as final as what we would call lost.
    private static Failed failed(JsonFields json) throws MalformedJsonException {
        FailureReason reason = FailureReason.ofText(json.text("reason", OfferBody.NAME_BYTES_MAX));
        return new Failed(transfer(json), reason == null ? FailureReason.LOST : reason, json.flag("resumable"));
    }

    private static EntryId offer(JsonFields json) throws MalformedJsonException {
        return EntryId.of(json.hex("offer", EntryId.BYTES));
    }

    private static TransferId transfer(JsonFields json) throws MalformedJsonException {
        return TransferId.of(json.hex("transfer", TransferId.BYTES));
    }
}
