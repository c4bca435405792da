package io.landline.ui.chats;

import io.landline.picture.PictureSize;
import io.landline.ui.lab.report.Png;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Files and pictures that were pasted or chosen for the open conversation, one after the other: shown first, offered
/// together when the user says so. Confined to the JavaFX thread.
final class PasteViewModel {
    /// Of all pictures that wait. Two screens of 4K; the pixels and their file take about eight bytes each while it is
    /// written.
    static final int PIXELS_MAX = 20_000_000;

    /// One item that waits for the user's word.
    sealed interface Pasted {
        record PastedFile(Path path) implements Pasted {}

        /// Not a record: two pictures with the same pixels are two, and millions of pixels are not compared.
        final class Picture implements Pasted {
            private final PictureSize size;
            private final int[] argb;

            private Picture(PictureSize size, int[] argb) {
                this.size = size;
                this.argb = argb;
            }

            PictureSize size() {
                return size;
            }

            /// Row by row; only read.
            int[] argb() {
                return argb;
            }
        }
    }

    private final PageContext context;
    private final Texts texts;
    private final WrittenFiles files;
    private final Consumer<String> sent;
    private final ReadOnlyObjectWrapper<List<Pasted>> pasted = new ReadOnlyObjectWrapper<>(List.of());
    private String key = "";
    /// For a conversation that is not open yet; null for nothing.
    private @Nullable Waiting waiting;

    private record Waiting(String conversation, List<Path> paths) {}

    /// @param sent is told the conversation when something of ours is in it from now on
    PasteViewModel(PageContext context, Consumer<String> sent) { this(context, sent, InstantSource.system()); }

    PasteViewModel(PageContext context, Consumer<String> sent, InstantSource clock) {
        this.context = context;
        this.sent = sent;
        files = new WrittenFiles(context, clock);
        texts = context.texts(PasteViewModel.class);
    }

    /// In the order in which it came; empty where nothing waits.
    ReadOnlyObjectProperty<List<Pasted>> pasted() {
        return pasted.getReadOnlyProperty();
    }

    boolean isEmpty() {
        return pasted.get().isEmpty();
    }

    /// Another conversation is open: what was pasted was not meant for it.
    void open(String conversation) {
        if (conversation.equals(key)) return;
        key = conversation;
        discard();
        Waiting meant = waiting;
        waiting = null;
        if (meant != null && meant.conversation.equals(key)) files(meant.paths);
    }

    /// Files for this conversation, which is open or will be soon.
    void files(String conversation, List<Path> paths) {
        if (conversation.equals(key)) {
            files(paths);
        } else {
            waiting = new Waiting(conversation, paths);
        }
    }

    /// Adds these to what waits, but for those that wait already.
    void files(List<Path> paths) {
        var known = new HashSet<Path>();
        for (Pasted each : pasted.get()) if (each instanceof Pasted.PastedFile(var path)) known.add(path);
        List<Pasted> more = new ArrayList<>();
        for (Path each : paths) if (known.add(each)) more.add(new Pasted.PastedFile(each));
        add(more);
    }

    /// Whether a picture of this size may wait with the others. Where it may not, the user is told why.
    boolean mayTake(int width, int height) {
        long pixels = (long) width * height;
        long others = 0;
        for (Pasted each : pasted.get()) if (each instanceof Pasted.Picture picture) others += picture.size().pixels();
        if (others + pixels <= PIXELS_MAX) return true;
        context.notices().problem(texts.get(pixels > PIXELS_MAX ? "paste.too-large" : "paste.too-many"));
        return false;
    }

    /// Adds a picture to what waits, where it may.
    ///
    /// @param argb row by row
    void picture(int width, int height, int[] argb) {
        if (mayTake(width, height)) add(List.of(new Pasted.Picture(new PictureSize(width, height), argb)));
    }

    private void add(List<Pasted> more) {
        if (!more.isEmpty()) pasted.set(joined(pasted.get(), more));
    }

    private static List<Pasted> joined(List<Pasted> first, List<Pasted> then) {
        var all = new ArrayList<>(first);
        all.addAll(then);
        return List.copyOf(all);
    }

    /// Takes out this one alone.
    void remove(Pasted one) {
        pasted.set(pasted.get().stream().filter(each -> each != one).toList());
    }

    void discard() {
        pasted.set(List.of());
    }

    /// Offers all of it together. A picture becomes a file in the downloads folder, where it has to stay as long as the
    /// offer stands.
    void offer() {
        List<Pasted> what = pasted.get();
        if (what.isEmpty() || key.isEmpty()) return;
        discard();
        String to = key;
        context.background().run(() -> files.offer(to, what.stream().map(this::item).toList()), offered -> {
            sent.accept(to);
            new FileOffering(context).tell(offered);
        }, why -> {
            if (to.equals(key)) pasted.set(joined(what, pasted.get()));
            context.notices()
                    .problem(why instanceof IOException
                            ? texts.get("paste.not-written")
                            : ErrorMessages.sentence(context.language(), why));
        });
    }

    private WrittenFiles.Item item(Pasted one) {
        return switch (one) {
            case Pasted.PastedFile(var path) -> new WrittenFiles.Item.There(path);
            case Pasted.Picture picture -> new WrittenFiles.Item.ToWrite(texts.get("paste.name"), ".png",
                    () -> Png.of(picture.size().width(), picture.size().height(), picture.argb()));
        };
    }
}
