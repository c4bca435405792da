package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cost.Standing;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.PinnedPeer;
import io.landline.identity.Identity;
import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.people.People;
import io.landline.people.Person;
import io.landline.presence.RememberedPeer;
import io.landline.session.Session;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SessionFeedTest {
    private static final PeerName NAME = new PeerName("Ada");
    private static final Endpoint PLACE = new Endpoint(InetAddress.ofLiteral("10.0.0.7"), 5263);

    private final Identity ada = Identity.generate();
    private final MemoryTrust trust = new MemoryTrust();
    private final EventBus events = new EventBus(InstantSource.system());
    private List<RememberedPeer> asked = List.of();

    /// Of a peer that accepts connections there.
    private Session session() {
        return session(PLACE);
    }

    private Session session(@Nullable Endpoint listensAt) {
        return (Session) Proxy.newProxyInstance(Session.class.getClassLoader(), new Class<?>[]{Session.class},
                (_, method, _) -> switch (method.getName()) {
                    case "peer" -> ada.fingerprint();
                    case "run" -> 1L;
                    case "name" -> NAME;
                    case "endpoint" -> PLACE;
                    case "listensAt" -> listensAt;
                    default -> throw new AssertionError("nothing else is asked: " + method);
                });
    }

    private SessionFeed feed() {
        var people = new People(new People.Presence() {
            @Override
            public CompletableFuture<Boolean> isThere(Fingerprint peer, Duration within) {
                return new CompletableFuture<>();
            }

            @Override
            public void forget(Fingerprint peer) {}
        }, new People.Listener() {
            @Override
            public void appeared(Person person) {}

            @Override
            public void changed(Person person) {}

            @Override
            public void left(Person person, LeaveReason reason) {}
        });
        var rooms = new OwnRooms(trust, InstantSource.system());
        return new SessionFeed(people, new NewestHellos(), rooms, trust,
                new MemberAddresses(trust, _ -> Standing.STRANGER, rooms, told -> asked = List.copyOf(told)),
                new ConnectionNews(events, new LastSeen(InstantSource.system())),
                InstantSource.system());
    }

    /// Who hears of it asks at once who that is.
    @Test
    void aSessionIsToldOnceItsPeerIsRemembered() {
        trust.pin(ada.publicKey(), Instant.EPOCH);
        events.begin(new NodeEvent.Bye());
        var known = new ArrayList<PinnedPeer>();
        var askedThen = new ArrayList<Integer>();
        events.watch((event, _) -> {
            if (!(event instanceof SessionOpened)) return;
            known.add(trust.pinned(ada.fingerprint()));
            askedThen.add(asked.size());
        });
        feed().opened(session());
        assertEquals(NAME, known.getFirst().name());
        assertEquals(List.of(PLACE), known.getFirst().endpoints());
        assertEquals(List.of(1), askedThen);
    }

    /// The port that it dialled from leads nowhere later, or to another program.
    @Test
    void whereAPeerThatAcceptsNoConnectionDialledFromIsNotRemembered() {
        trust.pin(ada.publicKey(), Instant.EPOCH);
        feed().opened(session(null));
        assertEquals(NAME, trust.pinned(ada.fingerprint()).name());
        assertEquals(List.of(), trust.pinned(ada.fingerprint()).endpoints());
    }
}
