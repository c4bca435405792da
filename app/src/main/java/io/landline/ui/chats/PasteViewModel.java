package io.landline.ui.chats;

import io.landline.filetransfer.FilesToSend;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.ui.lab.report.Png;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.Texts;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Files or a picture that were pasted or chosen for the open conversation: shown first, offered when the user says so.
/// Confined to the JavaFX thread.
final class PasteViewModel {
    /// Two screens of 4K; the pixels and their file take about eight bytes each while it is written.
    static final int PIXELS_MAX = 20_000_000;

    /// What waits for the user's word.
    sealed interface Pasted {
        record PastedFiles(List<Path> paths) implements Pasted {}

        /// @param argb row by row
        record Picture(int width, int height, IntBuffer argb) implements Pasted {}
    }

    private final PageContext context;
    private final Chats chats;
    private final Texts texts;
    private final WrittenFiles files;
    private final Consumer<String> sent;
    private final ReadOnlyObjectWrapper<@Nullable Pasted> pasted = new ReadOnlyObjectWrapper<>();
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
        chats = context.node().chats();
        texts = context.texts(PasteViewModel.class);
    }

    /// Null where nothing waits.
    ReadOnlyObjectProperty<@Nullable Pasted> pasted() {
        return pasted.getReadOnlyProperty();
    }

    /// Another conversation is open: what was pasted was not meant for it.
    void open(String conversation) {
        if (conversation.equals(key)) return;
        key = conversation;
        pasted.set(null);
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

    void files(List<Path> paths) {
        if (!paths.isEmpty()) pasted.set(new Pasted.PastedFiles(List.copyOf(paths)));
    }

    /// @param argb row by row
    void picture(int width, int height, int[] argb) {
        pasted.set(new Pasted.Picture(width, height, IntBuffer.wrap(argb)));
    }

    /// A picture with more pixels than are taken.
    void tooLarge() {
        context.notices().problem(texts.get("paste.too-large"));
    }

    void discard() {
        pasted.set(null);
    }

    /// Offers it. A picture becomes a file in the downloads folder, where it has to stay as long as the offer stands.
    void offer() {
        Pasted what = pasted.get();
        if (what == null || key.isEmpty()) return;
        pasted.set(null);
        String to = key;
        context.background().run(() -> switch (what) {
            case Pasted.PastedFiles(var paths) -> chats.send(to, FilesToSend.of(paths));
            case Pasted.Picture picture -> offered(to, picture);
        }, offered -> {
            sent.accept(to);
            new FileOffering(context).tell(offered);
        }, why -> {
            if (to.equals(key) && pasted.get() == null) pasted.set(what);
            context.notices()
                    .problem(why instanceof IOException
                            ? texts.get("paste.not-written")
                            : ErrorMessages.sentence(context.language(), why));
        });
    }

    private Chats.Sent offered(String to, Pasted.Picture picture) throws IOException, CommandException {
        return files.offer(to, texts.get("paste.name"), ".png",
                Png.of(picture.width(), picture.height(), picture.argb().array()));
    }
}
