package io.landline.filetransfer.swarm;

import io.landline.cost.Standings;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.source.OwnChunks;
import io.landline.filetransfer.source.Upload;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import io.landline.swarm.LinkKind;
import io.landline.swarm.Participant;
import io.landline.swarm.Share;
import io.landline.swarm.SwarmFrame;
import io.landline.swarm.SwarmOrigin;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our role in the swarm of an offer of ours. It begins once it is read where the offer's chunks are. Confined to the
/// files' queue.
final class OriginRole extends SwarmRole {
    /// Without any receiver it ends after this: who comes later finds it begun anew.
    static final Duration LINGERS = Duration.ofMinutes(1);
    private static final int SOURCES_A_READ = 256;

    private record Reader(Upload upload, OwnChunks chunks) {}

    private final OriginUploads uploads;
    private final Standings standings;
    /// Who takes part, as was said before this role began; no more than have sessions.
    private final Map<Fingerprint, SwarmFrame.Member> early = new LinkedHashMap<>();
    private @Nullable SwarmOrigin party;
    private final Map<Fingerprint, Reader> readers = new HashMap<>();
    private Duration neededAt;

    OriginRole(StoredOffer offer, OriginUploads uploads, Standings standings, Duration now) {
        super(offer);
        this.uploads = uploads;
        this.standings = standings;
        neededAt = now;
    }

    @Override
    void early(Fingerprint peer, SwarmFrame frame) {
        if (!(frame instanceof SwarmFrame.Member member)) return;
        if (member.here()) {
            early.put(peer, member);
        } else {
            early.remove(peer);
        }
    }

    @Override
    void gone(Fingerprint peer) {
        early.remove(peer);
    }

    /// It answers and gives from now on.
    ///
    /// @param link by what this node is in the network
    void start(OfferChunks layout, LinkKind link, Duration now) {
        var begun = new SwarmOrigin(offer.id(), link, layout, standings);
        party = begun;
        neededAt = now;
        early.forEach((peer, member) -> {
            met.add(peer);
            try {
                begun.received(peer, member, now);
            } catch (MalformedFrameException e) {
                throw new IllegalStateException("one frame of a peer is not too many", e);
            }
        });
        early.clear();
    }

    /// Where the chunks of an offer are. Of a million files it takes seconds. Any thread.
    static OfferChunks layout(TransferStore store, StoredOffer offer) {
        var chunks = new OfferChunks.Builder(offer.body().chunkBytes(), offer.body().files());
        List<StoredSource> sources;
        for (long n = 0; !(sources = store.sources(offer.id(), n, SOURCES_A_READ)).isEmpty(); n += sources.size()) {
            for (StoredSource source : sources) chunks.add(source.bytes());
        }
        return chunks.build();
    }

    @Override
    @Nullable
    Participant participant() {
        return party;
    }

    @Override
    Double sent() {
        return party == null ? 0 : Math.round(party.sentRatio() * 100) / 100.0;
    }

    @Override
    int onSharedAir() {
        return party == null ? 0 : party.onSharedAir();
    }

    @Override
    int helping() {
        return party == null ? 0 : party.lacking();
    }

    private @Nullable Reader reader(Fingerprint peer) {
        Upload upload = uploads.uploadTo(TransferId.of(offer.id(), peer));
        if (upload == null || !upload.isGranted()) {
            readers.remove(peer);
            return null;
        }
        Reader known = readers.get(peer);
        if (known == null || known.upload != upload) {
            known = new Reader(upload, uploads.chunksOf(upload));
            readers.put(peer, known);
        }
        if (party != null) upload.receiverHas(party.chunksOf(peer));
        return known;
    }

    @Override
    @Nullable
    ChunkSource sourceFor(Fingerprint peer) {
        Reader reader = reader(peer);
        return reader == null ? null : reader.chunks;
    }

    /// The transfer has failed, and its receiver is told so.
    @Override
    void cannotGive(Fingerprint to, int chunk) {}

    @Override
    void pagesAsked(Session session, List<Integer> pages) {
        Reader reader = reader(session.peer());
        if (reader == null) return;
        for (int page : pages) uploads.makePage(reader.upload, reader.chunks, page, session);
    }

    private List<Share> shares() {
        return party == null ? List.of() : party.shares();
    }

    /// Lets the uploads know how much each receiver has.
    void showShares() {
        for (Share share : shares()) {
            Upload upload = uploads.uploadTo(TransferId.of(offer.id(), share.who()));
            if (upload != null) upload.receiverHas(share.bytes());
        }
    }

    @Override
    boolean isIdle() {
        return party != null && shares().stream().noneMatch(share -> {
            Upload upload = uploads.uploadTo(TransferId.of(offer.id(), share.who()));
            return upload != null && upload.isGranted();
        });
    }

    @Override
    boolean isOver(Duration now) {
        if (!shares().isEmpty()) neededAt = now;
        return now.minus(neededAt).compareTo(LINGERS) >= 0;
    }
}
