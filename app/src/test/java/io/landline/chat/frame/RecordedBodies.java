package io.landline.chat.frame;

import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.act.Close;
import io.landline.chat.act.Continuation;
import io.landline.chat.act.Delete;
import io.landline.chat.act.Edit;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Pin;
import io.landline.chat.act.Poll;
import io.landline.chat.act.React;
import io.landline.chat.act.Reference;
import io.landline.chat.act.Vote;
import io.landline.filetransfer.OfferBody;
import io.landline.json.JsonFields;
import io.landline.json.StrictJson;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the bodies of entries say, kind by kind, in lines that never change: see [RecordedBytes].
final class RecordedBodies {
    private RecordedBodies() {}

    static List<String> meaning(EntryKind kind, byte[] body) throws Exception {
        return switch (kind.number()) {
            case 1 -> text(EntryText.ofBody(body));
            case 2 -> offer(OfferBody.received(body));
            case 3 -> List.of(offerId(body), "sha256 " + hex(StrictJson.object(body).hex("sha256", Sha256.BYTES)));
            case 4 -> List.of(offerId(body));
            case 5 -> continues(Continuation.ofBody(body));
            case 6 -> edit(Edit.ofBody(body));
            case 7 -> delete(Delete.ofBody(body));
            case 8 -> react(React.ofBody(body));
            case 9 -> pin(Pin.ofBody(body));
            case 10 -> poll(Poll.ofBody(body));
            case 11 -> vote(Vote.ofBody(body));
            case 12 -> close(Close.ofBody(body));
            case 13 -> handInBox(HandInBox.ofBody(body));
            case 14 -> receipt(HandInReceipt.ofBody(body));
            default -> throw new IllegalArgumentException("no body of kind " + kind.number());
        };
    }

    private static List<String> text(EntryText it) {
        return List.of("text " + it.value(), "reply " + reference(it.reply()), "mentions " + people(it.mentions()));
    }

    private static List<String> offer(OfferBody it) {
        return List.of("files " + it.files(), "bytes " + it.bytes(), "names " + it.names(), "chunk " + it.chunkBytes(),
                "folders " + it.folders(), "manifest " + it.manifest());
    }

    /// Those who tell an offer's identity, and those who take it back, name it by this field.
    private static String offerId(byte[] body) throws Exception {
        JsonFields fields = StrictJson.object(body);
        return "offer " + EntryId.of(fields.hex("offer", EntryId.BYTES)).hex();
    }

    private static List<String> continues(Continuation it) {
        return List.of("from " + hex(it.from()), "clock " + it.clock(), "chosen " + people(it.chosen()));
    }

    private static List<String> edit(Edit it) {
        return List.of("target " + reference(it.target()), "text " + it.text(), "mentions " + people(it.mentions()));
    }

    private static List<String> delete(Delete it) {
        return List.of("target " + reference(it.target()),
                "edits " + it.edits().stream().map(RecordedBodies::reference).toList(), "earlier " + it.earlier());
    }

    private static List<String> react(React it) {
        return List.of("target " + reference(it.target()), "emoji " + it.emoji(), "on " + it.on());
    }

    private static List<String> pin(Pin it) {
        return List.of("target " + reference(it.target()), "on " + it.on());
    }

    private static List<String> poll(Poll it) {
        return List.of("question " + it.question(), "options " + it.options(), "many " + it.many(),
                "hidden " + it.hidden());
    }

    private static List<String> vote(Vote it) {
        return List.of("target " + reference(it.target()), "choices " + it.choices());
    }

    private static List<String> close(Close it) {
        return List.of("target " + reference(it.target()), "counts " + it.counts());
    }

    private static List<String> handInBox(HandInBox it) {
        return List.of("title " + it.title(), "until " + it.until(), "pattern " + it.pattern(),
                "maxBytes " + it.maxBytes(), "open " + it.open());
    }

    private static List<String> receipt(HandInReceipt it) {
        return List.of("offer " + it.offer().hex(), "for " + reference(it.box()), "root " + it.root(), "at " + it.at(),
                "late " + it.late(), "bytes " + it.bytes());
    }

    private static String reference(@Nullable Reference it) {
        return it == null
                ? "none"
                : it.author().hex() + " log " + it.log() + " seq " + it.number() + " id " + it.idStart();
    }

    private static List<String> people(Collection<Fingerprint> people) {
        return people.stream().map(Fingerprint::hex).sorted().toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
