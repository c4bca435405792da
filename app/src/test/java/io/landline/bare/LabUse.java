package io.landline.bare;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Uses the Lab inside of a running window, as a person does: an echo and its client, a number of lines, and back to
/// the conversations. An agent that Java loads into that process, since nobody else can press its buttons on every
/// platform. It ends with the window's page of conversations in front, and the Lab's programs running.
public final class LabUse {
    private static final int LINES = 40;
    private static final int LOOK_MILLIS = 50;
    private static final int LOOKS_MAX = 400;

    private LabUse() {}

    public static void agentmain(String arguments) throws Exception {
        fire("#nav-lab");
        onFx(() -> {
            ((TextField) found("#card-server-1-port")).setText("0");
            return true;
        });
        fire("#card-server-1-start");
        fire("#card-client-1-start");
        for (int i = 0; i < LINES; i++) {
            String line = "line " + i;
            until("#card-client-1-typed");
            onFx(() -> {
                TextField typed = (TextField) found("#card-client-1-typed");
                typed.setText(line);
                typed.fireEvent(new ActionEvent());
                return true;
            });
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        for (String way : List.of("#lab-show-trace", "#nav-chats")) fire(way);
        System.err.println("The Lab was used.");
    }

    private static void fire(String id) throws Exception {
        until(id);
        onFx(() -> {
            ((ButtonBase) found(id)).fire();
            return true;
        });
    }

    private static void until(String id) throws Exception {
        for (int i = 0; i < LOOKS_MAX; i++) {
            if (onFx(() -> isFound(id))) return;
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new IllegalStateException("there is no " + id);
    }

    private static boolean isFound(String id) {
        Node node = scene().lookup(id);
        return node != null && node.isVisible() && !node.isDisabled();
    }

    private static Node found(String id) {
        Node node = scene().lookup(id);
        if (node == null) throw new IllegalStateException("there is no " + id);
        return node;
    }

    private static Scene scene() {
        for (Window each : Window.getWindows()) if (each instanceof Stage) return each.getScene();
        throw new IllegalStateException("there is no window");
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }
}
