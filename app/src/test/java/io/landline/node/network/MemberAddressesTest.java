package io.landline.node.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.presence.RememberedPeer;
import io.landline.room.Room;
import io.landline.room.RoomStore.Origin;
import io.landline.session.Candidate;
import io.landline.storage.database.Database;
import io.landline.storage.database.SteppedReads;
import io.landline.storage.trust.SqliteTrust;
import io.landline.testing.StoppedThread;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberAddressesTest {
    private static final PeerName NAME = new PeerName("Somebody");

    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;
    private final Room lobby = Room.open(new RoomName("lobby"));
    private final Map<Fingerprint, Standing> known = new HashMap<>();
    private List<RememberedPeer> asked = List.of();
    private Database database;
    private SqliteTrust trust;
    private MemberAddresses members;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("landline.db"));
        trust = new SqliteTrust(database, null);
        var rooms = new OwnRooms(trust, CLOCK);
        rooms.add(lobby, Origin.JOINED_BY_WORDS, true);
        members = new MemberAddresses(trust, this::standingOf, rooms, told -> asked = List.copyOf(told));
    }

    private Standing standingOf(Fingerprint person) {
        return known.getOrDefault(person, Standing.STRANGER);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void membersAreAskedForWhereTheyWereMetThoseMetLastFirst() {
        Fingerprint early = member(1, "10.0.0.1");
        Fingerprint late = member(2, "10.0.0.2");
        List<Candidate> dialled = members.load();
        assertEquals(List.of(late, early), asked.stream().map(RememberedPeer::peer).toList());
        assertEquals(List.of(InetAddress.ofLiteral("10.0.0.2")), asked.getFirst().addresses());
        assertEquals(List.of(late, early), dialled.stream().map(Candidate::peer).toList());
    }

    @Test
    void strangersAndBlockedMembersAreNotAskedFor() {
        byte[] stranger = Identity.generate().publicKey();
        trust.pin(stranger, Instant.EPOCH);
        trust.updatePinned(Fingerprint.ofPublicKey(stranger), NAME, at("10.0.0.3"), Instant.EPOCH);
        trust.setBlocked(member(4, "10.0.0.4"), true);
        List<Candidate> dialled = members.load();
        assertEquals(List.of(), asked);
        assertEquals(List.of(), dialled);
    }

    @Test
    void aSessionElsewhereMovesAMemberToTheFrontWithTheNewAddressFirst() {
        Fingerprint early = member(1, "10.0.0.1");
        Fingerprint late = member(2, "10.0.0.2");
        members.load();
        members.add(early, at("10.9.9.9"));
        assertEquals(List.of(early, late), asked.stream().map(RememberedPeer::peer).toList());
        assertEquals(List.of(InetAddress.ofLiteral("10.9.9.9"), InetAddress.ofLiteral("10.0.0.1")),
                asked.getFirst().addresses());
    }

    /// Virtual networks of one card bear the card's own link-local address.
    @Test
    void oneLinkLocalAddressBehindTwoCardsIsTwoPlaces() throws UnknownHostException {
        byte[] key = Identity.generate().publicKey();
        trust.proven(lobby.id(), key, Instant.EPOCH);
        trust.updatePinned(Fingerprint.ofPublicKey(key), NAME, behind(1), Instant.EPOCH);
        members.load();
        members.add(Fingerprint.ofPublicKey(key), behind(2));
        assertEquals(List.of(behind(2), behind(1)),
                asked.getFirst().addresses().stream().map(each -> new Endpoint(each, 5_263)).toList());
    }

    private static Endpoint behind(int card) throws UnknownHostException {
        byte[] address = InetAddress.ofLiteral("fe80::7").getAddress();
        return new Endpoint(Inet6Address.getByAddress(null, address, card), 5_263);
    }

    @Test
    void ofTooManyThoseMetLongestAgoAreForgotten() {
        Fingerprint first = Identity.generate().fingerprint();
        members.add(first, at("10.0.0.1"));
        for (int i = 1; i < MemberAddresses.MEMBERS_MAX; i++) {
            members.add(Identity.generate().fingerprint(), at("10.0.0.2"));
        }
        assertEquals(first, asked.getLast().peer());
        members.add(Identity.generate().fingerprint(), at("10.0.0.2"));
        assertEquals(MemberAddresses.MEMBERS_MAX, asked.size());
        assertEquals(0, asked.stream().filter(each -> each.peer().equals(first)).count());
    }

    /// Very many strangers have sessions, as in an open room.
    @Test
    void strangersTakeNoPlaceOfMembersAndAreAskedForAfterThem() {
        Fingerprint friend = standing(Standing.TRUSTED);
        Fingerprint member = standing(Standing.MEMBER);
        Fingerprint guest = standing(Standing.OPEN_ROOM);
        for (Fingerprint each : List.of(member, friend, guest)) members.add(each, at("10.0.0.1"));
        for (int i = 0; i < 2 * MemberAddresses.MEMBERS_MAX; i++) {
            members.add(Identity.generate().fingerprint(), at("10.0.0.2"));
        }
        assertEquals(MemberAddresses.MEMBERS_MAX, asked.size());
        assertEquals(List.of(friend, member, guest), asked.stream().limit(3).map(RememberedPeer::peer).toList());
    }

    @Test
    void amongMembersAloneThereIsNoPlaceForAStranger() {
        for (int i = 0; i < MemberAddresses.MEMBERS_MAX; i++) members.add(standing(Standing.MEMBER), at("10.0.0.1"));
        List<RememberedPeer> before = asked;
        members.add(Identity.generate().fingerprint(), at("10.0.0.2"));
        assertEquals(before, asked);
        Fingerprint friend = standing(Standing.TRUSTED);
        members.add(friend, at("10.0.0.3"));
        assertEquals(friend, asked.getFirst().peer());
        assertEquals(before.subList(0, MemberAddresses.MEMBERS_MAX - 1), asked.subList(1, asked.size()));
    }

    @Test
    void ofTooManyWhoAreStoredThoseWhomThisUserKnowsBestAreKept() {
        Fingerprint friend = member(1, "10.0.0.1");
        known.put(friend, Standing.TRUSTED);
        for (int i = 0; i < MemberAddresses.MEMBERS_MAX; i++) member(2 + i, "10.0.0.2");
        members.load();
        assertEquals(MemberAddresses.MEMBERS_MAX, asked.size());
        assertEquals(friend, asked.getFirst().peer());
    }

    private Fingerprint standing(Standing standing) {
        Fingerprint person = Identity.generate().fingerprint();
        known.put(person, standing);
        return person;
    }

    private Fingerprint member(int second, String address) {
        byte[] key = Identity.generate().publicKey();
        Instant when = Instant.ofEpochSecond(second);
        trust.proven(lobby.id(), key, when);
        trust.updatePinned(Fingerprint.ofPublicKey(key), NAME, at(address), when);
        return Fingerprint.ofPublicKey(key);
    }

    private static Endpoint at(String address) {
        return new Endpoint(InetAddress.ofLiteral(address), 5_263);
    }

    @Test
    void ofTwoWhoComeAtOnceNeitherIsForgotten() throws InterruptedException {
        Fingerprint first = Identity.generate().fingerprint();
        Fingerprint second = Identity.generate().fingerprint();
        var told = new ArrayList<List<Fingerprint>>();
        var other = new AtomicReference<Thread>();
        var both = new AtomicReference<MemberAddresses>();
        both.set(new MemberAddresses(trust, this::standingOf, new OwnRooms(trust, CLOCK), list -> {
            if (other.get() == null) { // the second one comes while the first list is on its way
                other.set(Thread.ofPlatform().unstarted(() -> both.get().add(second, at("10.0.0.2"))));
                other.get().start();
                StoppedThread.await(other.get());
            }
            told.add(list.stream().map(RememberedPeer::peer).toList());
        }));
        both.get().add(first, at("10.0.0.1"));
        other.get().join();
        assertEquals(List.of(List.of(first), List.of(second, first)), told);
    }

    @Test
    void whoComesWhileTheStoreIsReadIsAskedForToo() throws InterruptedException {
        Fingerprint late = Identity.generate().fingerprint();
        try (var reads = new SteppedReads(database)) {
            Thread loading = Thread.ofPlatform().start(members::load);
            StoppedThread.await(loading);
            members.add(late, at("10.0.0.9"));
            reads.close();
            loading.join();
        }
        assertEquals(List.of(late), asked.stream().map(RememberedPeer::peer).toList());
    }
}
