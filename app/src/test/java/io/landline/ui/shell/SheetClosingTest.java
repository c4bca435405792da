package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A sheet may wait for an answer, as of a poll that is asked. Somebody may have closed it by then.
class SheetClosingTest {
    private final List<String> closed = new ArrayList<>();

    private final class NotedSheet implements Page {
        private final String name;
        private final TextField field = new TextField();
        private final StackPane view = new StackPane(field);

        NotedSheet(String name) { this.name = name; }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void shown() {
            field.requestFocus();
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Shell shell() {
        return new Shell(new FxThread(Runnable::run, Runnable::run), Texts.beside(Shell.class, Language.ENGLISH),
                List.of(), _ -> {
                    throw new AssertionError("nobody goes anywhere");
                }, () -> false);
    }

    @Test
    void aSheetClosesItself() {
        TestedScreen.onFx(() -> {
            var close = new ArrayList<Runnable>();
            Shell shell = shell();
            shell.panel(own -> {
                close.add(own);
                return new NotedSheet("one");
            });
            close.getFirst().run();
            assertEquals(List.of("one"), closed);
        });
    }

    @Test
    void anAnswerThatComesLateClosesNoOtherSheet() {
        TestedScreen.onFx(() -> {
            var close = new ArrayList<Runnable>();
            Shell shell = shell();
            shell.panel(own -> {
                close.add(own);
                return new NotedSheet("one");
            });
            shell.panel(_ -> new NotedSheet("two"));
            close.getFirst().run();
            assertEquals(List.of("one"), closed);
        });
    }
}
