package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Delivery;
import io.landline.node.port.Chats.Head;
import io.landline.node.port.Chats.Reaction;
import io.landline.room.EntryId;
import io.landline.ui.acts.SavedViewModel;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.stream.IntStream;
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
        return TestedScreen.onFx(() -> {
            var bar = new ReactionBar(fixture.context.texts(MessageActions.class), new MessageActions(fixture.context,
                    Fixture.moments(), new SavedViewModel(fixture.context)));
            var all = IntStream.range(0, reactions)
                    .mapToObj(i -> new Reaction("r" + i, List.of("Max"), false))
                    .toList();
            bar.show(new Chats.Text(new Head(FakeChats.position(7), new EntryId(0, 7), Fixture.MAX, "Max", false,
                    FakeChats.START, Delivery.NOWHERE, all, false), "hello"));
            new TestedScreen(bar, 400, 100);
            return bar.prefWidth(-1);
        });
    }

    @Test
    void aBubbleGetsNoWiderThanItsReactions() {
        double one = width(1);
        assertTrue(one < ONE_CHIP_MAX, one + " px");
        assertTrue(width(3) > 2 * one, "all stand in one line where there is room");
    }
}
