package io.landline.ui.chats;

import io.landline.chat.TimelinePosition;
import io.landline.language.Language;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.page.AwaitedFx;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The chats page as in the window, over a node in memory with two rooms. Used by the thread of the test.
record ShownChats(Fixture fixture, ChatsPage page, TestedScreen screen, AwaitedFx fx) implements AutoCloseable {
    static final String OPEN = "#class";
    static final String OTHER = "#other";

    /// With the room [#OPEN] open.
    ///
    /// @param say says what stands in it
    static ShownChats of(double width, double height, Consumer<FakeChats> say) {
        ShownChats shown = TestedScreen.onFx(() -> {
            var fx = new AwaitedFx();
            var fixture = new Fixture(fx.thread(), Language.ENGLISH);
            fixture.chats.room("class", true, 0);
            fixture.chats.room("other", true, 0);
            say.accept(fixture.chats);
            return of(fixture, fx, width, height);
        });
        shown.opened();
        return shown;
    }

    private static ShownChats of(Fixture fixture, AwaitedFx fx, double width, double height) {
        var page = new ChatsPage(fixture.chatsContext(() -> fixture.now), fixture.memory);
        var screen = new TestedScreen(page.view(), width, height);
        page.shown();
        return new ShownChats(fixture, page, screen, fx);
    }

    private void opened() {
        settle();
        TestedScreen.onFx(() -> page.open(OPEN));
        settle();
    }

    /// The page made anew, as by another language.
    ShownChats anew(double width, double height) {
        ShownChats shown = TestedScreen.onFx(() -> {
            page.close();
            return of(fixture, fx, width, height);
        });
        shown.opened();
        return shown;
    }

    /// What was said in the two rooms.
    FakeChats said() {
        return fixture.chats;
    }

    /// Until what happened is shown, laid out, and what the layout asked for is done.
    void settle() {
        fx.await();
        TestedScreen.onFx(screen::settle);
        fx.await();
    }

    <N extends Node> N node(Class<N> kind, String id) {
        return TestedScreen.onFx(() -> screen.all(kind)
                .stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow());
    }

    /// Where the entries stand that are wholly in sight, from above.
    List<TimelinePosition> inSight() {
        return TestedScreen.onFx(() -> {
            var seen = new ArrayList<TimelinePosition>();
            var flow = (VirtualFlow<?>) node(ListView.class, "timeline").lookup(".virtual-flow");
            double height = flow.getLayoutBounds().getHeight();
            for (var cell = flow.getFirstVisibleCell(); cell != null; cell = flow.getVisibleCell(cell.getIndex() + 1)) {
                boolean isWhole = cell.getLayoutY() >= 0 && cell.getLayoutY() + cell.getHeight() <= height;
                if (isWhole && cell.getItem() instanceof TimelineRow.Message row) seen.add(row.item().position());
            }
            return seen;
        });
    }

    /// The Lamport times of these.
    List<Long> timesInSight() {
        return inSight().stream().map(TimelinePosition::lamport).toList();
    }

    TextArea composer() {
        return node(TextArea.class, "composer");
    }

    /// What has the keyboard. JavaFX thread.
    Node focused() {
        return Objects.requireNonNull(screen.scene().getFocusOwner(), "something has the keyboard");
    }

    /// The person presses a key.
    void press(KeyCode code, boolean shift) {
        TestedScreen.onFx(() -> Event.fireEvent(focused(), new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED,
                code.getName(), code, shift, false, false, false)));
        settle();
    }

    @Override
    public void close() {
        TestedScreen.onFx(() -> page.close());
    }
}
