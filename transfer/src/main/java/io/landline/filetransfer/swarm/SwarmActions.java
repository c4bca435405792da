package io.landline.filetransfer.swarm;

import static java.lang.System.Logger.Level.WARNING;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import io.landline.swarm.ChunkSpan;
import io.landline.swarm.Participant;
import io.landline.swarm.SwarmFrame;
import java.time.Duration;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Does what the rules of a swarm want of this node: sends frames, gives chunks, asks for the pages of those that are
/// asked for, and cuts off who gave wrong ones. Confined to the files' queue.
final class SwarmActions {
    /// A page is asked for this many chunks before the first of it, so that nobody waits for it.
    static final int PAGE_AHEAD_CHUNKS = 32;
    private static final System.Logger LOG = System.getLogger(SwarmActions.class.getName());

    private final ConnectedPeers peers;
    private final ChunkSenders senders;
    private final Supplier<Duration> uptime;

    SwarmActions(ConnectedPeers peers, ChunkSenders senders, Supplier<Duration> uptime) {
        this.peers = peers;
        this.senders = senders;
        this.uptime = uptime;
    }

    /// Does what there is to do now, and gives chunks as long as there is a turn.
    void work(SwarmRole role) {
        Participant participant = role.participant();
        if (participant == null) return;
        Participant.Turn turn;
        do {
            participant.actions().forEach(action -> perform(role, action));
            turn = participant.nextChunk(uptime.get(), peer -> canTake(peer) && role.sourceFor(peer) != null);
            if (turn != null) give(role, turn);
        } while (turn != null);
        participant.actions().forEach(action -> perform(role, action));
    }

    private boolean canTake(Fingerprint peer) {
        Session session = peers.session(peer);
        return session != null && senders.hasSpace(session);
    }

    private void give(SwarmRole role, Participant.Turn turn) {
        Session session = peers.session(turn.to());
        ChunkSource source = role.sourceFor(turn.to());
        if (session == null || source == null) return;
        TransferId transfer = TransferId.of(role.offer.id(), turn.to());
        senders.give(session, new ChunkSender.Job(role.offer.id(), transfer, turn.chunk(), source));
    }

    private void perform(SwarmRole role, Participant.Action action) {
        switch (action) {
            case Participant.Action.Send(var to, var frame) -> {
                if (frame instanceof SwarmFrame.Want want && role instanceof ReceiverRole it) asks(it, to, want);
                peers.send(to, frame.encode());
            }
            case Participant.Action.Shun(var peer, var forGood) -> {
                LOG.log(WARNING, "{0} gave a chunk that is not what its author signed; nothing is asked of it {1}",
                        peer.brief(), forGood ? "any more" : "for a while");
                senders.cut(peer);
            }
        }
    }

    private void asks(ReceiverRole role, Fingerprint source, SwarmFrame.Want want) {
        if (want.kind() == SwarmFrame.Want.Kind.CANCEL) return; // what is on its way is welcome
        var pages = new TreeSet<Integer>();
        boolean origin = source.equals(role.offer.author());
        int chunks = role.started().held().chunks();
        for (ChunkSpan span : want.spans()) {
            for (int chunk = span.first(); chunk < span.end(); chunk++) {
                role.asked.add(source, chunk);
                pages.add(HashPage.of(chunk));
                // another giver of a chunk need not have the next page
                if (origin) pages.add(HashPage.of(Math.min(chunks - 1, chunk + PAGE_AHEAD_CHUNKS)));
            }
        }
        role.askForPages(source, pages, uptime.get());
    }
}
