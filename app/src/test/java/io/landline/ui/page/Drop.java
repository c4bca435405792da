package io.landline.ui.page;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// Drops files on a node, as the desktop does: a display without a desktop has no drag and drop, so the board is made
/// by hand.
public final class Drop {
    private static final double SOMEWHERE = 10;

    private Drop() {}

    /// What the node answered: whether it took them. JavaFX thread.
    public static boolean files(Node node, List<Path> paths) {
        over(node, paths);
        Dragboard board = board(paths.stream().map(Path::toFile).toList());
        DragEvent dropped = event(DragEvent.DRAG_DROPPED, board, node, null);
        Event.fireEvent(node, dropped);
        return dropped.isDropCompleted();
    }

    /// They are held above the node. The answer is whether they could be dropped. JavaFX thread.
    public static boolean over(Node node, List<Path> paths) {
        return over(node, paths, null);
    }

    /// The same, of files that were dragged out of a node of this window; null: of another program.
    public static boolean over(Node node, List<Path> paths, Object source) {
        Dragboard board = board(paths.stream().map(Path::toFile).toList());
        DragEvent over = event(DragEvent.DRAG_OVER, board, node, source);
        Event.fireEvent(node, over);
        return over.isAccepted();
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node node, Object source) {
        return new DragEvent(type, board, SOMEWHERE, SOMEWHERE, SOMEWHERE, SOMEWHERE, TransferMode.COPY, source, node,
                new PickResult(node, SOMEWHERE, SOMEWHERE));
    }

    private static Dragboard board(List<File> files) {
        try {
            return made(files);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("JavaFX makes its boards in another way now", e);
        }
    }

    private static Dragboard made(List<File> files) throws ReflectiveOperationException {
        Class<?> clipboard = Class.forName("com.sun.javafx.tk.TKClipboard");
        Object peer = Proxy.newProxyInstance(clipboard.getClassLoader(), new Class<?>[]{clipboard},
                (_, method, arguments) -> switch (method.getName()) {
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "hasContent" -> arguments[0].equals(DataFormat.FILES);
                    case "getContent" -> arguments[0].equals(DataFormat.FILES) ? files : null;
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    case String other -> throw new UnsupportedOperationException(other);
                });
        Constructor<Dragboard> constructor = Dragboard.class.getDeclaredConstructor(clipboard);
        constructor.setAccessible(true);
        return constructor.newInstance(peer);
    }
}
