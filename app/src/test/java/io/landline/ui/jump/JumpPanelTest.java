package io.landline.ui.jump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.fx.Background;
import io.landline.ui.fx.PassingTime;
import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.TestedScreen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

class JumpPanelTest {
    @Test
    void enterGoesToWhatTheArrowsChose() throws Exception {
        TestedScreen.start();
        TestedScreen.onFx(() -> {
            var chosen = new ArrayList<String>();
            var page = new JumpTarget(JumpTarget.Kind.PAGE, "lab", "Lab");
            var panel = JumpPanel.goTo(Stranger.named("Max").context(), List.of(page),
                    target -> chosen.add(target.key()));
            var screen = new TestedScreen(panel.view(), 500, 400);
            panel.shown();
            TextField field = screen.all(TextField.class).getFirst();
            press(field, KeyCode.ENTER);
            press(field, KeyCode.DOWN);
            press(field, KeyCode.ENTER);
            field.setText("cla");
            press(field, KeyCode.ENTER);
            assertEquals(List.of(Stranger.ROOM, Stranger.PEER.hex(), Stranger.ROOM), chosen);
            field.setText("lab");
            press(field, KeyCode.ENTER);
            assertEquals("lab", chosen.getLast());
            panel.close();
        });
    }

    @Test
    void enterGoesToTheFirstThatIsListedHoweverLateTheListComes() throws Exception {
        TestedScreen.start();
        TestedScreen.onFx(() -> {
            var chosen = new ArrayList<String>();
            var work = new ArrayList<Runnable>();
            PageContext all = Stranger.named("Max").context();
            var late = new PageContext(all.node(), all.fx(), new Background(all.fx(), work::add, false), all.language(),
                    all.navigation(), all.notices(), new PassingTime());
            var pages = List.of(new JumpTarget(JumpTarget.Kind.PAGE, "lab", "Lab"));
            for (JumpPanel panel : List.of(
                    JumpPanel.toSend(late, List.of(Path.of("/x")), target -> chosen.add(target.key())),
                    JumpPanel.goTo(late, pages, target -> chosen.add(target.key())))) {
                TextField field = new TestedScreen(panel.view(), 500, 400).all(TextField.class).getFirst();
                work.forEach(Runnable::run);
                work.clear();
                press(field, KeyCode.ENTER);
            }
            assertEquals(List.of(Stranger.ROOM, Stranger.ROOM), chosen);
        });
    }

    /// Who only wanted to see more of the list was led to its first row.
    @Test
    void aClickBesideTheRowsGoesNowhere() throws Exception {
        TestedScreen.start();
        TestedScreen.onFx(() -> {
            var chosen = new ArrayList<String>();
            var panel = JumpPanel.goTo(Stranger.named("Max").context(), List.of(), each -> chosen.add(each.key()));
            var screen = new TestedScreen(panel.view(), 500, 400);
            ListView<?> list = screen.all(ListView.class).getFirst();
            click(list);
            click(list.lookup(".scroll-bar"));
            assertEquals(List.of(), chosen);
            click(list.lookup(".list-cell"));
            assertEquals(List.of(Stranger.ROOM), chosen);
        });
    }

    private static void click(Node node) {
        node.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false, false, false,
                false, true, false, false, true, false, true, null));
    }

    @Test
    void filesGoToAConversationOrAPersonAndTheirNumberIsSaid() throws Exception {
        TestedScreen.start();
        TestedScreen.onFx(() -> {
            var chosen = new ArrayList<String>();
            var context = Stranger.named("Max").context();
            var one = JumpPanel.toSend(context, List.of(Path.of("/home/me/a.pdf")), target -> chosen.add(target.key()));
            TextField field = new TestedScreen(one.view(), 500, 400).all(TextField.class).getFirst();
            assertEquals("Who gets “a.pdf”?", field.getPromptText().replace("\u200e", ""));
            press(field, KeyCode.ENTER);
            field.setText("Settings"); // no page gets a file
            press(field, KeyCode.ENTER);
            assertEquals(List.of(Stranger.ROOM), chosen);
            var three = JumpPanel.toSend(context, Collections.nCopies(3, Path.of("/x/y")), _ -> {});
            assertEquals("Who gets these 3 files and folders?",
                    new TestedScreen(three.view(), 500, 400).all(TextField.class).getFirst().getPromptText());
        });
    }

    /// Each arrow took the chosen row to the upper edge, and all others with it.
    @Test
    void anArrowMovesTheListOnlyAsFarAsTheChosenRowIsHidden() throws Exception {
        TestedScreen.start();
        TestedScreen.onFx(() -> {
            var pages = new ArrayList<JumpTarget>();
            for (int i = 0; i < 60; i++) pages.add(new JumpTarget(JumpTarget.Kind.PAGE, "p" + i, "Page " + i));
            var panel = JumpPanel.goTo(Stranger.named("Max").context(), pages, _ -> {});
            var screen = new TestedScreen(panel.view(), 500, 400);
            TextField field = screen.all(TextField.class).getFirst();
            field.setText("Page");
            ListView<?> list = screen.all(ListView.class).getFirst();
            screen.settle();
            VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
            int last = flow.getLastVisibleCell().getIndex() - 1; // the last one may be seen in part
            for (int i = 0; i < last; i++) press(field, KeyCode.DOWN);
            assertEquals(0, flow.getFirstVisibleCell().getIndex());
            assertEquals(last, list.getSelectionModel().getSelectedIndex());
            for (int i = 0; i < 3; i++) press(field, KeyCode.DOWN);
            assertTrue(flow.getLastVisibleCell().getIndex() >= last + 3);
            assertTrue(flow.getFirstVisibleCell().getIndex() <= 3);
            int first = flow.getFirstVisibleCell().getIndex();
            press(field, KeyCode.UP);
            assertEquals(first, flow.getFirstVisibleCell().getIndex());
            field.setText("no page is called so");
            press(field, KeyCode.DOWN);
            assertEquals(-1, list.getSelectionModel().getSelectedIndex());
        });
    }

    private static void press(TextField field, KeyCode code) {
        field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
