package io.landline.filetransfer.frame;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import io.landline.json.StrictJson;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the two sides of a transfer say to each other on the control connection in JSON. A message that names an offer
/// comes from its receiver, who may be the first to speak of that transfer; all others name the transfer.
public sealed interface FileMessage {
    /// Each page of a manifest has an entry at least; behind the last there is one request more.
    int PAGES_MAX = (int) OfferBody.FILES_MAX;
    /// Files of one message: well within a frame.
    int LOST_MAX = 256;

    record ManifestRequest(EntryId offer, int page) implements FileMessage {}

    /// A page of a manifest as it is; without bytes where there is no such page. The one message in binary: offer id
    /// (16 bytes), page number (32 bits), the page.
    record Manifest(EntryId offer, int page, byte[] bytes) implements FileMessage {
        private byte[] body() {
            return ByteBuffer.allocate(EntryId.BYTES + Integer.BYTES + bytes.length)
                    .put(offer.bytes())
                    .putInt(page)
                    .put(bytes)
                    .array();
        }

        private static Manifest received(ByteBuffer body) throws MalformedFrameException {
            if (body.remaining() < EntryId.BYTES + Integer.BYTES) {
                throw new MalformedFrameException("manifest page of " + body.remaining() + " bytes");
            }
            var offer = new byte[EntryId.BYTES];
            body.get(offer);
            int page = body.getInt();
            if (page < 0 || page > PAGES_MAX) throw new MalformedFrameException("manifest page " + page);
            var bytes = new byte[body.remaining()];
            body.get(bytes);
            return new Manifest(EntryId.of(offer), page, bytes);
        }
    }

    /// @param part how much of it is wanted; null for all
    /// @param received how many bytes of it are there from before; null where the receiver will not tell how far it is
    record Accept(EntryId offer, @Nullable Part part, @Nullable Long received) implements FileMessage {
        public Accept(EntryId offer) { this(offer, null, null); }
    }

    /// What of an offer somebody takes.
    record Part(long files, long bytes) {}

    record Decline(EntryId offer) implements FileMessage {}

    record Pause(TransferId transfer) implements FileMessage {}

    record Resume(TransferId transfer) implements FileMessage {}

    record Cancel(TransferId transfer) implements FileMessage {}

    /// @param missing where its receiver's disk is full: how many bytes must be freed there; 0 where that is not told
    record Failed(TransferId transfer, FailureReason reason, boolean resumable, long missing) implements FileMessage {
        public Failed(TransferId transfer, FailureReason reason, boolean resumable) {
            this(transfer, reason, resumable, 0);
        }
    }

    /// How far its receiver is.
    ///
    /// @param bytes that it verified in all, earlier sessions included
    record Received(TransferId transfer, long bytes) implements FileMessage {}

    /// These files are not what was offered any more; the others go on.
    ///
    /// @param files their numbers, 1 to [#LOST_MAX]
    record LostFiles(TransferId transfer, FailureReason reason, List<Integer> files) implements FileMessage {}

    /// @param lost which files its sender could not give
    record Done(TransferId transfer, Lost lost) implements FileMessage {
        public Done(TransferId transfer) { this(transfer, Lost.NONE); }
    }

    /// Files that are not what was offered.
    ///
    /// @param changed numbers of the first of them that changed
    /// @param gone numbers of the first of them that cannot be read; at most [FailedFiles#NAMED_MAX] of each
    record Lost(long files, long bytes, List<Integer> changed, List<Integer> gone) {
        public static final Lost NONE = new Lost(0, 0, List.of(), List.of());
    }

    default Frame toFrame() {
        var json = new JsonObject();
        byte[] binary = null;
        int type = switch (this) {
            case ManifestRequest(var offer, var page) -> {
                json.addProperty("offer", offer.hex());
                json.addProperty("page", page);
                yield FrameType.MANIFEST_REQUEST;
            }
            case Manifest page -> {
                binary = page.body();
                yield FrameType.MANIFEST_PAGE;
            }
            case Accept(var offer, var part, var received) -> {
                if (received != null) json.addProperty("received", received);
                if (part != null) {
                    json.addProperty("files", part.files());
                    json.addProperty("bytes", part.bytes());
                }
                yield named(json, "offer", offer.hex(), FrameType.ACCEPT);
            }
            case Decline(var offer) -> named(json, "offer", offer.hex(), FrameType.DECLINE);
            case Pause(var transfer) -> named(json, "transfer", transfer.hex(), FrameType.PAUSE);
            case Resume(var transfer) -> named(json, "transfer", transfer.hex(), FrameType.RESUME);
            case Cancel(var transfer) -> named(json, "transfer", transfer.hex(), FrameType.CANCEL);
            case Failed(var transfer, var reason, var resumable, var missing) -> {
                if (missing > 0) json.addProperty("missing", missing);
                json.addProperty("transfer", transfer.hex());
                json.addProperty("reason", reason.text());
                json.addProperty("resumable", resumable);
                yield FrameType.FAILED;
            }
            case Received(var transfer, var bytes) -> {
                json.addProperty("bytes", bytes);
                yield named(json, "transfer", transfer.hex(), FrameType.RECEIVED);
            }
            case LostFiles(var transfer, var reason, var files) -> {
                json.addProperty("reason", reason.text());
                json.add("files", array(files));
                yield named(json, "transfer", transfer.hex(), FrameType.LOST_FILES);
            }
            case Done(var transfer, var lost) -> {
                if (lost.files() > 0) addLost(json, lost);
                yield named(json, "transfer", transfer.hex(), FrameType.DONE);
            }
        };
        return new Frame(type, binary == null ? json.toString().getBytes(UTF_8) : binary);
    }

    /// Reads a frame of one of these types; null for a type of this range that only a later version knows.
    static @Nullable FileMessage received(Frame frame) throws MalformedFrameException {
        try {
            return switch (frame.type()) {
                case FrameType.MANIFEST_REQUEST -> {
                    JsonFields json = StrictJson.object(frame.body());
                    yield new ManifestRequest(offer(json), (int) json.number("page", 0, PAGES_MAX));
                }
                case FrameType.MANIFEST_PAGE -> Manifest.received(ByteBuffer.wrap(frame.body()));
                case FrameType.ACCEPT -> accept(StrictJson.object(frame.body()));
                case FrameType.DECLINE -> new Decline(offer(StrictJson.object(frame.body())));
                case FrameType.PAUSE -> new Pause(transfer(StrictJson.object(frame.body())));
                case FrameType.RESUME -> new Resume(transfer(StrictJson.object(frame.body())));
                case FrameType.CANCEL -> new Cancel(transfer(StrictJson.object(frame.body())));
                case FrameType.FAILED -> failed(StrictJson.object(frame.body()));
                case FrameType.RECEIVED -> received(StrictJson.object(frame.body()));
                case FrameType.LOST_FILES -> lostFiles(StrictJson.object(frame.body()));
                case FrameType.DONE -> done(StrictJson.object(frame.body()));
                default -> null;
            };
        } catch (MalformedJsonException e) {
            throw new MalformedFrameException("file message " + FrameType.written(frame.type()) + ": " + e.getMessage(),
                    e);
        }
    }

    private static void addLost(JsonObject json, Lost lost) {
        json.addProperty("failed", lost.files());
        json.addProperty("bytes", lost.bytes());
        json.add("changed", array(lost.changed()));
        json.add("gone", array(lost.gone()));
    }

    private static JsonArray array(List<Integer> numbers) {
        var array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }

    private static LostFiles lostFiles(JsonFields json) throws MalformedJsonException {
        boolean changed = FailureReason
                .ofText(json.text("reason", OfferBody.NAME_BYTES_MAX)) == FailureReason.SOURCE_CHANGED;
        return new LostFiles(transfer(json), changed ? FailureReason.SOURCE_CHANGED : FailureReason.SOURCE_GONE,
                numbers(json, "files", LOST_MAX));
    }

    private static Accept accept(JsonFields json) throws MalformedJsonException {
        EntryId offer = offer(json);
        Long received = json.has("received") ? json.number("received", 0, OfferBody.BYTES_MAX) : null;
        if (!json.has("files")) return new Accept(offer, null, received);
        return new Accept(offer, new Part(json.number("files", 0, OfferBody.FILES_MAX),
                json.number("bytes", 0, OfferBody.BYTES_MAX)), received);
    }

    private static Received received(JsonFields json) throws MalformedJsonException {
        return new Received(transfer(json), json.number("bytes", 0, OfferBody.BYTES_MAX));
    }

    private static Done done(JsonFields json) throws MalformedJsonException {
        TransferId transfer = transfer(json);
        if (!json.has("failed")) return new Done(transfer);
        return new Done(transfer, new Lost(json.number("failed", 0, OfferBody.FILES_MAX),
                json.number("bytes", 0, OfferBody.BYTES_MAX), numbers(json, "changed", FailedFiles.NAMED_MAX),
                numbers(json, "gone", FailedFiles.NAMED_MAX)));
    }

    private static List<Integer> numbers(JsonFields json, String name, int max) throws MalformedJsonException {
        return json.numbers(name, max, 0, (int) OfferBody.FILES_MAX - 1);
    }

    private static int named(JsonObject json, String what, String hex, int type) {
        json.addProperty(what, hex);
        return type;
    }

    /// A reason that only a later version knows is as final as what we would call lost.
    private static Failed failed(JsonFields json) throws MalformedJsonException {
        FailureReason reason = FailureReason.ofText(json.text("reason", OfferBody.NAME_BYTES_MAX));
        return new Failed(transfer(json), reason == null ? FailureReason.LOST : reason, json.flag("resumable"),
                json.numberOr("missing", 0, 0, OfferBody.BYTES_MAX));
    }

    private static EntryId offer(JsonFields json) throws MalformedJsonException {
        return EntryId.of(json.hex("offer", EntryId.BYTES));
    }

    private static TransferId transfer(JsonFields json) throws MalformedJsonException {
        return TransferId.of(json.hex("transfer", TransferId.BYTES));
    }
}
