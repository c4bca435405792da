package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.act.Mentions;
import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.TimelineItem.Called;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.FakeChats;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MentionCandidatesTest {
    private static final Fingerprint BOB = FakeChats.peer(1);
    private static final Fingerprint ANNA = FakeChats.peer(2);
    private static final Fingerprint OTHER_BOB = FakeChats.peer(3);

    private final MentionCandidates callees = new MentionCandidates();

    private static Contact contact(Fingerprint peer, String name, Trait... traits) {
        return PlainRecords.contact(peer, name, Set.of(traits), List.of("#class"), List.of(), List.of());
    }

    private List<String> find(String begun) {
        return callees.find(begun).stream().map(Contact::name).toList();
    }

    @Test
    void aNameIsFoundByTheBeginningOfEachOfItsPartsAndWhoIsHereStandsFirst() {
        callees.show(List.of(contact(BOB, "Bob Smith"), contact(ANNA, "Ánna-Sophie", Trait.HERE),
                contact(OTHER_BOB, "Robert")));
        assertEquals(List.of("Ánna-Sophie", "Bob Smith", "Robert"), find(""));
        assertEquals(List.of("Ánna-Sophie", "Bob Smith"), find("s"));
        assertEquals(List.of("Ánna-Sophie"), find("anna"));
        assertEquals(List.of("Bob Smith"), find("bob sm"));
        assertEquals(List.of(), find("bob x"));
    }

    @Test
    void peopleOfOneNameHaveAFixedOrder() {
        Contact one = contact(BOB, "Bob");
        Contact other = contact(OTHER_BOB, "bob");
        List<Contact> fixed = List.of(one, other).stream().sorted(Comparator.comparing(Contact::peer)).toList();
        callees.show(fixed);
        assertEquals(fixed, callees.find(""));
        callees.show(fixed.reversed());
        assertEquals(fixed, callees.find(""));
    }

    @Test
    void whoIsBlockedIsNotOffered() {
        callees.show(List.of(contact(BOB, "Bob", Trait.BLOCKED)));
        assertEquals(List.of(), find(""));
        assertEquals(Set.of(), callees.in("@Bob", List.of()));
    }

    @Test
    void aTextCallsThoseWhoseNamesStandInItBehindTheSign() {
        callees.show(List.of(contact(BOB, "Bob"), contact(ANNA, "Anna")));
        assertEquals(Set.of(BOB, ANNA), callees.in("@bob, **@Anna**: look", List.of()));
        assertEquals(Set.of(), callees.in("Bob, `@Bob`, a@Bob, @Bobby", List.of()));
    }

    @Test
    void aNameOfSeveralCallsTheOneWhoWasChosenAndElseNobody() {
        Contact other = contact(OTHER_BOB, "bob");
        callees.show(List.of(contact(BOB, "Bob"), other));
        assertTrue(callees.isAmbiguous(other));
        assertEquals(Set.of(), callees.in("@Bob", List.of()));
        callees.choose(other);
        assertEquals(Set.of(OTHER_BOB), callees.in("@Bob", List.of()));
        callees.show(List.of(contact(BOB, "Bob")));
        assertEquals(Set.of(BOB), callees.in("@Bob", List.of()), "who was chosen is no member here");
    }

    @Test
    void whoWasCalledBeforeAnEditStaysCalledWhileTheNameStandsThere() {
        callees.show(List.of());
        List<Called> before = List.of(new Called(BOB, "Bob", false));
        assertEquals(Set.of(BOB), callees.in("@Bob!", before));
        assertEquals(Set.of(), callees.in("Anna!", before));
        assertFalse(callees.isAmbiguous(contact(BOB, "Bob")));
    }

    @Test
    void noMoreAreCalledThanAnEntryTakes() {
        var people = new ArrayList<Contact>();
        var text = new StringBuilder();
        for (int i = 0; i <= Mentions.MAX; i++) {
            people.add(contact(FakeChats.peer(i + 10), "p" + i));
            text.append("@p").append(i).append(' ');
        }
        callees.show(people);
        assertEquals(Mentions.MAX, callees.in(text.toString(), List.of()).size());
    }
}
