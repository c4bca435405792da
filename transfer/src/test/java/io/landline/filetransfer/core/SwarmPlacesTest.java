package io.landline.filetransfer.core;

import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.swarm.Swarms;
import io.landline.identity.Identity;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import io.landline.session.SessionListener;
import io.landline.swarm.LinkKind;
import io.landline.swarm.SwarmFrame;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Row H38: a member says that it takes part in the swarms of as many of our offers as there may be, and takes nothing.
class SwarmPlacesTest extends SwarmFixture {
    @Test
    void h38_anOfferThatIsSentFindsItsPlaceAmongTheSwarms() throws Exception {
        FakeSession mallory = FakeSession.connect(Identity.generate().fingerprint(), new SessionListener() {},
                anna.fingerprint, anna.transfers.connections(), new Helping());
        mallory.awaitOpened();
        Path small = file("small", 10);
        for (int n = 0; n < Swarms.PARTS_MAX; n++) {
            EntryId old = anna.transfers.offer(TransferNode.CONVERSATION, List.of(small));
            mallory.send(Lane.FILES, new FileMessage.Accept(old).toFrame());
            mallory.send(Lane.FILES, new SwarmFrame.Member(old, true, true, LinkKind.UNKNOWN).encode());
        }
        receivers(2);
        receivers.forEach(each -> anna.trusted.add(each.fingerprint));
        Path film = file("film", 3 * MIB);
        offer(film);
        for (TransferNode each : receivers) assertGot(each, film);
    }
}
