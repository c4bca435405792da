package io.landline.ui.places.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Contacts.Trait;
import io.landline.peer.Fingerprint;
import io.landline.ui.page.PersonSubject;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockingTest {
    private static final Fingerprint PEER = Fingerprint.parse("ab12cd34".repeat(8));

    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> changes = new ArrayList<>();
    private final Blocking blocking = new Blocking(window.context(node), () -> changes.add("changed"));

    @BeforeEach
    void meet() {
        node.people.put(PEER, PlainRecords.contact(PEER, "Max", Set.of(Trait.MEMBER), List.of(), List.of(), List.of()));
    }

    @Test
    void whoIsBlockedCanBeUnblockedWithOneClick() {
        blocking.block(PEER, "Max");
        assertEquals(List.of("done: Max is blocked: nothing comes or goes."), window.told);
        window.undo.act().run();
        assertEquals(List.of("blocked true", "blocked false"), node.done);
        assertEquals("done: Max is no longer blocked.", window.told.getLast());
        assertEquals(2, changes.size());
    }

    @Test
    void whatWasToldOfThePersonGoes() {
        blocking.block(PEER, "Max");
        assertEquals(List.of(new PersonSubject(PEER)), window.over);
    }

    @Test
    void whatCouldNotBeDoneIsSaid() {
        node.refusal = FakeNode.full();
        blocking.block(PEER, "Max");
        assertEquals(1, window.told.size());
        assertEquals("problem: ", window.told.getFirst().substring(0, 9));
    }
}
