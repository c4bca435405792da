package io.landline.ui.transfers;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.language.Texts;
import io.landline.node.port.FileTransfers.Part;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.state.OfferState;
import io.landline.ui.transfers.state.OfferState.Pauser;
import org.jspecify.annotations.Nullable;

/// Why an offer is held up, ended early or lacks files, as its card says it in the window's language. A sender reads
/// something else than a receiver. A person is given as the name that may be shown. Immutable; any thread.
final class FailureFormatter {
    /// Of files that their sender could not give.
    private static final int LOST_NAMED = 3;

    private final Texts texts;
    private final AmountFormatter amounts;

    /// @param texts those of the cards
    FailureFormatter(Texts texts, AmountFormatter amounts) {
        this.texts = texts;
        this.amounts = amounts;
    }

    /// Why it is paused, without how far it is.
    ///
    /// @param who holds it up; null for several
    String paused(OfferState.Paused paused, boolean own, @Nullable String who) {
        boolean several = who == null && (paused.by() != Pauser.WE || paused.reason() != null);
        return several ? texts.get("state.paused") : why(paused, own, who == null ? "" : who);
    }

    private String why(OfferState.Paused paused, boolean own, String who) {
        FailureReason reason = paused.reason();
        if (reason == null) {
            return switch (paused.by()) {
                case Pauser.WE -> texts.get("state.paused.we");
                case Pauser.THEY -> texts.format("state.paused.they", who);
                case Pauser.BOTH -> texts.format("state.paused.both", who);
                case Pauser.SEVERAL -> texts.get("state.paused");
            };
        }
        return switch (reason) {
            case DISK_FULL -> own ? fullThere(who, paused.missingBytes()) : full(paused.missingBytes());
            case NO_PERMISSION -> own
                    ? texts.format("paused.no-permission.out", who)
                    : notWritable(paused.missingFolder());
            case FILE_TOO_LARGE -> own ? texts.format("paused.too-large.out", who) : texts.get("paused.too-large.in");
            case PARTIAL_GONE -> own
                    ? texts.format("paused.partial-gone.out", who)
                    : texts.get("paused.partial-gone.in");
            case LOST -> texts.get(own ? "paused.other" : "paused.lost.in");
            case DECLINED, CANCELLED, CANCELLED_BY_RECEIVER, SOURCE_CHANGED, SOURCE_GONE -> texts.get("paused.other");
        };
    }

    private String fullThere(String who, long missingBytes) {
        return missingBytes == 0
                ? texts.format("paused.disk-full.out", who)
                : texts.format("paused.disk-full.out.missing", who, amounts.bytes(missingBytes));
    }

    private String full(long missingBytes) {
        return missingBytes == 0
                ? texts.get("paused.disk-full.in")
                : texts.format("paused.disk-full.in.missing", amounts.bytes(missingBytes));
    }

    private String notWritable(@Nullable String missingFolder) {
        return missingFolder == null
                ? texts.get("paused.no-permission.in")
                : texts.format("paused.folder-gone.in", missingFolder);
    }

    /// Why it ended without all of its files.
    String over(FailureReason reason, boolean own, String who) {
        return switch (reason) {
            case DECLINED -> own ? texts.format("over.declined.out", who) : texts.get("over.declined.in");
            case CANCELLED_BY_RECEIVER -> own
                    ? texts.format("over.cancelled.there", who)
                    : texts.get("over.cancelled.here");
            case CANCELLED -> texts.get(own ? "over.cancelled.out" : "over.cancelled.in");
            case SOURCE_CHANGED -> own
                    ? texts.get("over.source-changed.out")
                    : texts.format("over.source-changed.in", who);
            case SOURCE_GONE -> own ? texts.get("over.source-gone.out") : texts.format("over.source-gone.in", who);
            case DISK_FULL -> own ? texts.format("over.disk-full.out", who) : texts.get("over.disk-full.in");
            case NO_PERMISSION -> own
                    ? texts.format("over.no-permission.out", who)
                    : texts.get("over.no-permission.in");
            case FILE_TOO_LARGE -> own ? texts.format("over.too-large.out", who) : texts.get("over.too-large.in");
            case PARTIAL_GONE, LOST -> own ? texts.format("over.lost.out", who) : texts.get("over.lost.in");
        };
    }

    /// Why an own offer to a room, which several were asked to take, ended without one who has it.
    ///
    /// @param receivers how many
    String overForAll(FailureReason reason, int receivers) {
        return switch (reason) {
            case CANCELLED, SOURCE_CHANGED, SOURCE_GONE -> over(reason, true, "");
            case DECLINED, CANCELLED_BY_RECEIVER, DISK_FULL, NO_PERMISSION, FILE_TOO_LARGE, PARTIAL_GONE,
                    LOST -> texts.format("over.several.out", receivers);
        };
    }

    /// What became of one receiver of an own offer to a room, in a word or two.
    String receiver(@Nullable FailureReason reason) {
        if (reason == FailureReason.CANCELLED_BY_RECEIVER) return texts.get("receiver.cancelled");
        return texts.get(reason == FailureReason.DECLINED ? "receiver.declined" : "receiver.failed");
    }

    /// `9,999 of 10,000 files arrived and were checked. 1 changed at Max meanwhile, so it must be offered again: a.jpg`
    ///
    /// @param who the other side
    String incomplete(OfferViewModel offer, String who) {
        FailedFiles lost = offer.transfers().failures();
        Part part = offer.transfers().part();
        long all = part == null ? offer.facts().files() : part.files();
        String named = texts.list(lost.first()
                .stream()
                .limit(LOST_NAMED)
                .map(one -> PeerText.line(PeerText.shortened(last(one.path()), OfferFormatter.NAME_CHARACTERS_MAX)))
                .toList());
        if (lost.files() > LOST_NAMED) named = texts.format("lost.more", named, lost.files() - LOST_NAMED);
        return texts.format(offer.facts().own() ? "lost.out" : "lost.in", Math.max(0, all - lost.files()), all,
                lost.files(), who, named);
    }

    private static String last(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
