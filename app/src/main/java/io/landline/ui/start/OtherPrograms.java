package io.landline.ui.start;

import io.landline.ui.fx.Background;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.file.FileRevealer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/// Hands files and links to the system's programs. JavaFX thread.
final class OtherPrograms {
    private final Background background;
    private final BiConsumer<String, String> failed;

    interface Receiver<T> {
        void take(T what) throws IOException;
    }

    /// @param failed gets the key of a sentence, and what was not taken
    OtherPrograms(Background background, BiConsumer<String, String> failed) {
        this.background = background;
        this.failed = failed;
    }

    void showInFolder(Path path) {
        handFile(path, FileRevealer::show, "folder.failed");
    }

    void open(Path path) {
        handFile(path, FileRevealer::open, "open.failed");
    }

    void browse(URI link) {
        hand(link, FileRevealer::browse, "link.failed");
    }

    /// A file that is gone is said to be gone, whatever became of it with the receiver.
    void handFile(Path file, Receiver<Path> receiver, String sentence) {
        background.run(() -> {
            boolean isThere = Files.exists(file);
            try {
                receiver.take(file);
            } catch (IOException e) {
                if (isThere) throw e;
            }
            return isThere;
        }, isThere -> {
            if (!isThere) failed.accept("file.gone", PeerText.line(file.toString()));
        }, _ -> failed.accept(sentence, PeerText.line(file.toString())));
    }

    private <T> void hand(T what, Receiver<T> receiver, String sentence) {
        background.run(() -> {
            receiver.take(what);
            return what;
        }, _ -> {}, _ -> failed.accept(sentence, PeerText.line(what.toString())));
    }
}
