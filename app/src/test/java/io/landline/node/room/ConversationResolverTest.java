package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.MemoryTrust;
import io.landline.identity.Identity;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.people.Person;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// H42: others choose their names, and what a user types is never silently a stranger who chose that of somebody
/// verified.
class ConversationResolverTest {
    private static final Fingerprint SELF = Identity.generate().fingerprint();

    private final MemoryTrust trust = new MemoryTrust();
    private final List<Person> here = new ArrayList<>();
    private final Set<Fingerprint> members = new HashSet<>();
    private final Map<Fingerprint, String> admitted = new HashMap<>();
    private int looks;
    private final ConversationResolver resolver = new ConversationResolver(
            new OwnRooms(trust, InstantSource.system()), () -> here, trust, (_, peer) -> members.contains(peer),
            this::admittedBut, () -> Map.of(SELF, "Zoe"));
    private long met;

    private Map<Fingerprint, String> admittedBut(Set<Fingerprint> known) {
        assertTrue(known.stream().noneMatch(admitted::containsKey));
        looks++;
        return admitted;
    }

    /// Somebody who was met, after all others.
    private Fingerprint met(String name) {
        Identity who = Identity.generate();
        Instant at = Instant.EPOCH.plusSeconds(++met);
        trust.pin(who.publicKey(), at);
        trust.updatePinned(who.fingerprint(), new PeerName(name), null, at);
        return who.fingerprint();
    }

    private Fingerprint member(String name) {
        Fingerprint peer = met(name);
        members.add(peer);
        return peer;
    }

    /// A member that other members let in. This node has never met that member.
    private Fingerprint admitted(String name) {
        Fingerprint peer = Identity.generate().fingerprint();
        members.add(peer);
        admitted.put(peer, name);
        return peer;
    }

    private Fingerprint verified(Fingerprint peer) {
        assertTrue(trust.setVerified(peer, true));
        return peer;
    }

    private Fingerprint found(String typed) throws CommandException {
        return resolver.find(typed).person();
    }

    private String asks(String typed) {
        CommandException asked = assertThrows(CommandException.class, () -> resolver.find(typed));
        assertEquals(Code.AMBIGUOUS, asked.code());
        return asked.getMessage();
    }

    @Test
    void h42_amongAHundredNamesakesTheVerifiedOneIsNamedFirst() {
        Fingerprint ada = verified(member("Ada"));
        for (int i = 0; i < 100; i++) member("Ada");
        assertTrue(asks("Ada").contains(": Ada " + ada.brief() + ", "), asks("Ada"));
    }

    @Test
    void h42_aVerifiedPersonInAnotherCaseIsNotPassedOverForANamesakeInThisOne() {
        Fingerprint ada = verified(member("Ada"));
        Fingerprint poser = member("ada");
        String question = asks("ada");
        assertTrue(question.contains(ada.brief()) && question.contains(poser.brief()), question);
    }

    @Test
    void h42_norOneWhoSpellsTheNameByLettersThatLookAlike() {
        Fingerprint ada = verified(member("\u0410d\u0430"));
        member("Ada");
        assertTrue(asks("Ada").contains(ada.brief()), asks("Ada"));
    }

    @Test
    void h42_norOneWhoIsNoMemberAnyMore() throws CommandException {
        Fingerprint ada = verified(met("Ada"));
        member("Ada");
        assertTrue(asks("Ada").contains(ada.brief()), asks("Ada"));
        trust.setBlocked(ada, true);
        assertTrue(members.contains(found("Ada")), "nothing is wanted of who is blocked");
    }

    @Test
    void h42_norIsThatReadOrBlockedForTheVerifiedOne() {
        Fingerprint ada = verified(met("Ada"));
        met("ada");
        assertEquals(Code.AMBIGUOUS,
                assertThrows(CommandException.class, () -> resolver.findToRead("ada")).code());
        CommandException asked = assertThrows(CommandException.class, () -> resolver.person("ada", resolver.known()));
        assertTrue(asked.getMessage().contains(ada.brief()), asked.getMessage());
    }

    @Test
    void digitsAreNeverAskedAbout() throws CommandException {
        Fingerprint ada = verified(member("Ada"));
        Fingerprint poser = member("Ada");
        assertEquals(ada, found(ada.brief()));
        assertEquals(poser, found(poser.hex()));
    }

    @Test
    void aVerifiedPersonIsMeantByTheNameThoughSomebodyElsesLooksAlike() throws CommandException {
        Fingerprint ada = verified(member("Ada"));
        member("\u0410d\u0430");
        verified(member("ada"));
        assertEquals(ada, found("Ada"));
    }

    @Test
    void h42_aStrangerWithTheNameAsItWasTypedDoesNotHideAMember() throws CommandException {
        Fingerprint ada = member("Ada");
        here.add(new Person(Identity.generate().fingerprint(), new PeerName("ada"), List.of(), List.of()));
        assertEquals(ada, found("ada"));
    }

    @Test
    void aMemberWhoWasNeverMetIsMeantByNameAndByDigits() throws CommandException {
        Fingerprint ada = admitted("Ada");
        for (String typed : List.of("Ada", "ada", ada.brief(), ada.hex())) assertEquals(ada, found(typed), typed);
        assertEquals(ada, resolver.findToRead("Ada").person());
    }

    /// The command may come at each key.
    @Test
    void whatGoesToConnectedPeopleLooksForNobodyWhoWasNeverMet() throws CommandException {
        Fingerprint ada = admitted("Ada");
        assertThrows(CommandException.class, () -> resolver.findMet("Ada"));
        assertEquals(ada, resolver.findMet(ada.hex()).person());
        assertEquals(0, looks);
    }

    @Test
    void h42_theyHideNobodyWhoWasMet() throws CommandException {
        Fingerprint friend = member("Ada");
        Fingerprint former = met("Bob");
        admitted("Ada");
        admitted("Bob");
        assertEquals(friend, found("Ada"));
        assertEquals(former, resolver.findToRead("Bob").person());
    }

    @Test
    void h42_norSomebodyVerifiedWithANameThatLooksLikeTheirs() {
        Fingerprint ada = verified(met("Ada"));
        admitted("\u0410d\u0430");
        String question = asks("\u0410d\u0430");
        assertTrue(question.contains(ada.brief()), question);
    }

    @Test
    void severalOfOneNameAreNamed() {
        Fingerprint one = admitted("Ada");
        Fingerprint other = admitted("Ada");
        String question = asks("Ada");
        assertTrue(question.contains(one.brief()) && question.contains(other.brief()), question);
    }
}
