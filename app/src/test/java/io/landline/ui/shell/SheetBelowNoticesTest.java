package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.fx.FxThread;
import io.landline.ui.page.Page;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.shell.NavEntry.Badge;
import io.landline.ui.text.Language;
import io.landline.ui.text.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

/// A sheet as high as the window: what closes it stands in its head.
class SheetBelowNoticesTest {
    private static final class High implements Page {
        final StackPane view = new StackPane(new Button("close"));

        High() {
            view.setId("high");
            view.setPrefHeight(2_000);
            view.setMinHeight(0);
        }

        @Override
        public Parent view() {
            return view;
        }

        @Override
        public void shown() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static double top(Node node) {
        return node.localToScene(0, 0).getY();
    }

    @Test
    void noticesCoverNothingOfASheetAndItGrowsWhenTheyGo() {
        TestedScreen.onFx(() -> {
            try (var shell = new Shell(new FxThread(Runnable::run, Runnable::run),
                    Texts.beside(Shell.class, Language.ENGLISH),
                    List.of(new NavEntry("one", Feather.MESSAGE_CIRCLE, "One", Badge.none(), High::new)),
                    _ -> new High(), () -> false)) {
                var screen = new TestedScreen(shell.view(), 800, 600);
                var sheet = new High();
                shell.panel(_ -> sheet);
                shell.notices().problem("the disk is full");
                shell.notices().problem("so is the other one");
                screen.settle();
                Node notices = shell.view().lookup("#notices");
                double end = top(notices) + notices.getLayoutBounds().getHeight();
                assertTrue(top(sheet.view) >= end, top(sheet.view) + " above " + end);
                for (Node each : List.copyOf(notices.lookupAll(".button"))) ((Button) each).fire();
                screen.settle();
                assertEquals(new Insets(0), StackPane.getMargin(sheet.view));
            }
        });
    }
}
