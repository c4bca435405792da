package io.landline.ui.places;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.peer.Fingerprint;
import io.landline.ui.places.SafetyViewModel.Shown;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SafetyViewModelTest {
    private static final Fingerprint PEER = Fingerprint.parse("ab12cd34".repeat(8));

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();

    private SafetyViewModel met(boolean notTheOne) {
        node.people.put(PEER,
                PlainRecords.contact(PEER, "Max", notTheOne
                        ? Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.NOT_THE_ONE)
                        : Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER), List.of(), List.of(), List.of()));
        return new SafetyViewModel(window.context(node), PEER);
    }

    private static Shown shown(SafetyViewModel model) {
        return requireNonNull(model.shown().get());
    }

    @Test
    void comparedIsVerifiedUntilItIsTakenBack() {
        SafetyViewModel model = met(false);
        model.setVerified(true);
        assertTrue(shown(model).verified());
        model.setVerified(false);
        assertFalse(shown(model).verified());
        assertEquals(List.of("verified true", "verified false"), node.done);
    }

    @Test
    void blockedIsSeenAtOnce() {
        SafetyViewModel model = met(false);
        model.setBlocked(true);
        assertTrue(shown(model).blocked());
    }

    @Test
    void somebodyElseOfThatNameIsSaidToBe() {
        assertTrue(shown(met(true)).notTheOne());
    }

    @Test
    void aFingerprintAloneHasANumberAndNothingToMark() {
        Shown shown = shown(new SafetyViewModel(window.context(node), PEER));
        assertEquals("ab12cd34", shown.title());
        assertFalse(shown.known());
        assertEquals("01234 56789 98765 43210 11111 22222", shown.number());
    }

    @Test
    void whatIsRefusedSaysThatNothingChanged() {
        SafetyViewModel model = met(false);
        node.refusal = FakeNode.full();
        model.setVerified(true);
        assertFalse(shown(model).verified());
        assertTrue(window.told.getLast().contains("Nothing was changed."), window.told::toString);
    }

    @Test
    void whileItWorksASecondClickDoesNothing() {
        SafetyViewModel model = met(false);
        window.hold();
        model.setVerified(true);
        model.setVerified(false);
        window.goOn();
        assertEquals(List.of("verified true"), node.done);
    }

    @Test
    void aNameThatChangesIsShown() {
        SafetyViewModel model = met(false);
        node.people.put(PEER,
                PlainRecords.contact(PEER, "Maxi", Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER), List.of(),
                        List.of(),
                        List.of()));
        node.tell(new NodeEvent.Joined(PEER, "Maxi", "#class"));
        assertEquals("\u200EMaxi\u200E", shown(model).title());
    }

    @Test
    void whatACommandChangedIsShown() throws Exception {
        SafetyViewModel model = met(false);
        node.setBlocked(PEER, true);
        node.chats.changed("#class");
        assertFalse(shown(model).blocked(), "told of another conversation");
        node.chats.changed(PEER.hex());
        assertTrue(shown(model).blocked());
        node.setVerified(PEER, true);
        node.chats.changed(PEER.hex());
        assertTrue(shown(model).verified());
    }

    @Test
    void closedItListensNoMore() {
        SafetyViewModel model = met(false);
        model.close();
        assertEquals(List.of(), node.watchers);
        assertEquals(List.of(), node.chats.watchers);
    }
}
