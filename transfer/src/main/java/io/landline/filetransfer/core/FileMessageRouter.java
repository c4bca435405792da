package io.landline.filetransfer.core;

import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.incoming.IncomingTransfers;
import io.landline.filetransfer.outgoing.OutgoingTransfers;
import io.landline.filetransfer.swarm.SwarmMembers;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;

/// Routes what a peer says about transfers to the incoming side, the outgoing side, or both. A transfer's id tells
/// nothing of its direction, so what may be said of both goes to both. The files' queue only.
record FileMessageRouter(IncomingTransfers incoming, OutgoingTransfers outgoing, SwarmMembers members) {
    void handle(Session session, FileMessage message) {
        Fingerprint peer = session.peer();
        switch (message) {
            case FileMessage.ManifestRequest request -> {
                if (!members.manifestAsked(request, session)) outgoing.manifestAsked(request, session);
            }
            case FileMessage.Manifest page -> incoming.page(page, peer);
            case FileMessage.Accept accept -> outgoing.accepted(accept, session);
            case FileMessage.Decline(var offer) -> outgoing.declined(offer, peer);
            case FileMessage.Pause(var transfer) -> {
                incoming.pausedByPeer(transfer, peer);
                outgoing.pausedByPeer(transfer, peer);
            }
            case FileMessage.Resume(var transfer) -> {
                incoming.resumedByPeer(transfer, peer);
                outgoing.resumedByPeer(transfer, peer);
            }
            case FileMessage.Cancel(var transfer) -> {
                incoming.withdrawn(transfer, peer);
                outgoing.cancelledByPeer(transfer, peer);
            }
            case FileMessage.Failed failed -> {
                incoming.failedAtPeer(failed, peer);
                outgoing.failedAtPeer(failed, peer);
            }
            case FileMessage.Received received -> outgoing.receivedByPeer(received, peer);
            case FileMessage.LostFiles lost -> incoming.lostAtAuthor(lost, peer);
            case FileMessage.Done done -> outgoing.doneAtPeer(done, peer);
        }
    }
}
