package io.landline.ui.chats.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Chats.Paused;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.ChatsViewModel;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.page.PauseSubject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitViewModelTest {
    private static final Fingerprint NOOR = FakeChats.peer(44);

    private final Fixture fixture = new Fixture();
    private final ChatsViewModel page = fixture.freshPage();
    private final LimitViewModel model = page.limit();

    @BeforeEach
    void twoRooms() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("film", true, 0);
        page.refresh();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private void pause(String conversation, Paused... people) {
        fixture.chats.paused.put(conversation, new ArrayList<>(List.of(people)));
        fixture.chats.changed(conversation);
    }

    private static Paused max() {
        return new Paused(Fixture.MAX, "Max", false);
    }

    private LimitViewModel.Shown shown() {
        LimitViewModel.Shown shown = model.shown().get();
        assertNotNull(shown);
        return shown;
    }

    @Test
    void aPauseShowsInItsConversationAlone() {
        page.open("#film");
        pause("#class", max());
        assertNull(model.shown().get());
        page.open("#class");
        assertEquals(Fixture.MAX, shown().person());
        page.open("#film");
        assertNull(model.shown().get());
    }

    @Test
    void aPauseThatBeginsInTheOpenConversationShowsAtOnceAndSaysWhoItIs() {
        page.open("#class");
        pause("#class", max());
        assertTrue(shown().title().contains("Max"));
        assertEquals(List.of(new PauseSubject(Fixture.MAX, "#class")), fixture.window.over,
                "what was told over the page is said here");
        assertTrue(shown().explanation().contains(Fixture.MAX.brief()));
        assertTrue(shown().explanation().contains("kept"));
        assertTrue(shown().explanation().contains("Block this person"));
    }

    @Test
    void whatThisVersionCannotShowIsCalledThat() {
        page.open("#class");
        pause("#class", new Paused(Fixture.MAX, "Max", true));
        assertTrue(shown().explanation().contains("cannot show"));
    }

    @Test
    void aStrangersNameIsMadeSafe() {
        page.open("#class");
        pause("#class", new Paused(Fixture.MAX, "Max\u202e\n", false));
        assertFalse((shown().title() + shown().explanation()).contains("\u202e"));
        assertFalse(shown().title().contains("\n"));
    }

    @Test
    void allowingMoreEndsThePauseAndTheNextPersonIsShown() {
        page.open("#class");
        pause("#class", max(), new Paused(NOOR, "Noor", false));
        assertTrue(shown().explanation().endsWith("One other person here has reached the limit too."));
        model.allowMore();
        assertEquals(List.of(Fixture.MAX), fixture.chats.allowed);
        assertEquals(NOOR, shown().person());
        assertFalse(model.working().get());
        model.allowMore();
        assertNull(model.shown().get());
        assertEquals(List.of(), fixture.roster.blocked);
    }

    @Test
    void blockingBlocksThePersonOfTheNotice() {
        page.open("#class");
        pause("#class", max());
        model.block();
        assertEquals(List.of(Fixture.MAX + " true"), fixture.roster.blocked);
        assertEquals(List.of(), fixture.chats.allowed);
        fixture.chats.unpause(Fixture.MAX);
        assertNull(model.shown().get());
    }

    @Test
    void whereBlockingFailsThatIsSaidAndTheButtonsWorkAgain() {
        fixture.roster.neverMet.add(Fixture.MAX);
        page.open("#class");
        pause("#class", max());
        model.block();
        assertEquals(1, fixture.window.told.size());
        assertFalse(model.working().get());
        assertNotNull(model.shown().get());
    }

    @Test
    void whoeverLeavesTheConversationSeesNoNotice() {
        page.open("#class");
        pause("#class", max());
        page.leave();
        assertNull(model.shown().get());
        model.allowMore();
        assertEquals(List.of(), fixture.chats.allowed);
    }
}
