package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.LeftToRight;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Reaction;
import io.landline.room.EntryId;
import io.landline.ui.acts.SavedViewModel;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReactionBarTest {
    /// In letters' heights.
    private static final double ONE_CHIP_MAX = 60;

    private final Fixture fixture = new Fixture();

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private double width(int reactions) {
        return TestedScreen.onFx(() -> bar(IntStream.range(0, reactions)
                .mapToObj(i -> new Reaction("r" + i, List.of("Max"), false))
                .toList()).prefWidth(-1));
    }

    private ReactionBar bar(List<Reaction> all) {
        var bar = new ReactionBar(fixture.context.texts(MessageActions.class), new MessageActions(fixture.context,
                Fixture.times(), new SavedViewModel(fixture.context)));
        bar.show(new TimelineItem.Text(new Head(FakeChats.position(7), new EntryId(0, 7), Fixture.MAX, "Max", false,
                FakeChats.START, Delivery.NOWHERE, all, false), "hello"));
        new TestedScreen(bar, 400, 100);
        return bar;
    }

    @Test
    void aBubbleGetsNoWiderThanItsReactions() {
        double one = width(1);
        assertTrue(one < ONE_CHIP_MAX, one + " px");
        assertTrue(width(3) > 2 * one, "all stand in one line where there is room");
    }

    @Test
    void aChipReactsByTheLeftButtonAndNotByTheOneThatOpensTheMenu() {
        TestedScreen.onFx(() -> {
            Node chip = bar(List.of(new Reaction("x", List.of("Max"), false))).getChildren().getFirst();
            Event.fireEvent(chip, click(MouseButton.SECONDARY));
            assertEquals(List.of(), fixture.chats.acts.done);
            Event.fireEvent(chip, click(MouseButton.PRIMARY));
            assertEquals(List.of("react 7 x true"), fixture.chats.acts.done);
        });
    }

    private static MouseEvent click(MouseButton button) {
        return new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, button, 1, false, false, false, false,
                button == MouseButton.PRIMARY, false, button == MouseButton.SECONDARY, true, false, true, null);
    }

    /// Eight of each: a label for each of them would stop the window for seconds.
    @Test
    void ofThreeHundredPeopleWhoReactTheEmojiOfMostAndTheOwnAreSeen() {
        List<Reaction> all = new ArrayList<>();
        for (int i = 0; i < 2_400; i++) all.add(new Reaction("r" + i, List.of("Max"), false));
        all.set(1_000, new Reaction("most", List.of("Max", "Eva"), false));
        all.set(2_000, new Reaction("own", List.of(), true));
        List<String> seen = TestedScreen.onFx(() -> bar(all).getChildren()
                .stream()
                .map(each -> LeftToRight.unmarked(each.getAccessibleText()))
                .toList());
        assertEquals(25, seen.size());
        assertEquals("r0 1", seen.getFirst());
        assertEquals(List.of("r21 1", "most 2", "own 1", "2,376 other emoji"), seen.subList(21, 25));
    }
}
