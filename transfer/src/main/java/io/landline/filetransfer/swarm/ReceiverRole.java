package io.landline.filetransfer.swarm;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.download.ReceivedChunks;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.InitialChunks;
import io.landline.swarm.SwarmFrame;
import io.landline.swarm.SwarmReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Our role in the swarm of somebody else's offer: we get it, or have it and help. Confined to the files' queue,
/// but [#asked] and [#reading].
final class ReceiverRole extends SwarmRole {
    /// Who has everything stays for this long after the last one lacked something: others may be about to ask.
    static final Duration LINGERS = Duration.ofSeconds(10);

    /// What it begins with.
    ///
    /// @param held verified
    /// @param unwanted what nobody is to be asked for, whether here or not
    /// @param unread kept by an earlier run, and not read again yet
    /// @param folder into which the offer was accepted
    record Start(OfferChunks chunks, ChunkSet held, ChunkSet unwanted, ChunkSet unread, Path folder) {}

    final AskedChunks asked = new AskedChunks();
    /// Held while a chunk is read for others, or while files are moved.
    final ReentrantLock reading = new ReentrantLock();
    private final PageAsks pages;
    private final SwarmSettings settings;
    private final TransferStore store;
    private final ConnectedPeers peers;
    private @Nullable SwarmReceiver party;
    private @Nullable ReceivedChunks source;
    private Duration neededAt = Duration.ZERO;
    /// While the download runs.
    boolean receives = true;

    ReceiverRole(StoredOffer offer, SwarmSettings settings, TransferStore store, ConnectedPeers peers) {
        super(offer);
        this.settings = settings;
        this.store = store;
        this.peers = peers;
        pages = new PageAsks(offer.id(), store);
    }

    /// It asks and gives from now on.
    void start(Start with, Duration now) {
        Fingerprint self = settings.self();
        TransferId transfer = TransferId.of(offer.id(), self);
        source = new ReceivedChunks(store, offer.id(), transfer, with.folder, with.chunks, reading);
        party = new SwarmReceiver(
                new SwarmReceiver.Setup(offer.id(), self, offer.author(), settings.link().get(), with.chunks,
                        settings.standings()),
                new InitialChunks(with.held, with.unwanted, with.unread), new Random(), now);
        neededAt = now;
    }

    @Override
    @Nullable
    SwarmReceiver participant() {
        return party;
    }

    SwarmReceiver started() {
        return Objects.requireNonNull(party, "a download tells of chunks after it has started");
    }

    /// @param source null where nobody is there; who comes is asked then
    void askForPages(@Nullable Fingerprint source, Iterable<Integer> numbers, Duration now) {
        List<Integer> asks = pages.ask(source, numbers, now);
        if (source != null) sendAsks(source, asks);
    }

    /// Asks the next of `sources` for pages that stay away.
    void askLatePages(List<Fingerprint> sources, Duration now) {
        pages.late(sources, now).forEach(this::sendAsks);
    }

    private void sendAsks(Fingerprint source, List<Integer> numbers) {
        for (List<Integer> frame : PageAsks.frames(numbers)) {
            peers.send(source, new SwarmFrame.Pages(offer.id(), frame).encode());
        }
    }

    /// Who gave chunks, who gave most first.
    List<Fingerprint> givers() {
        return started().given()
                .entrySet()
                .stream()
                .sorted(Map.Entry.<Fingerprint, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    @Nullable
    ChunkSource sourceFor(Fingerprint peer) {
        return source;
    }

    @Override
    void cannotGive(Fingerprint to, int chunk) {
        if (party != null) party.cannotGive(to, chunk);
    }

    @Override
    void pagesAsked(Session session, List<Integer> numbers) {
        for (int number : numbers) {
            byte[] page = store.hashPage(offer.id(), number);
            if (page != null) peers.send(session.peer(), new Frame(FrameType.HASHES, page));
        }
    }

    @Override
    int helping() {
        return party == null || receives ? 0 : party.lacking();
    }

    @Override
    boolean isIdle() {
        return !receives;
    }

    @Override
    boolean isOver(Duration now) {
        if (party == null || receives) return false;
        if (party.lacking() > 0) neededAt = now;
        return party.mayLeave(now) && now.minus(neededAt).compareTo(LINGERS) >= 0;
    }

    @Override
    void close() {
        if (source != null) source.close();
    }
}
