package io.landline.ui.transfers;

import io.landline.capture.WholeFile;
import io.landline.language.Texts;
import io.landline.picture.Thumbnail;
import io.landline.picture.Thumbnails;
import io.landline.picture.TooSlowException;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.PictureReel.Picture;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// One picture of a conversation in large, and the ones beside it. Confined to the JavaFX thread.
final class PictureViewModel {
    private final PageContext context;
    private final Texts texts;
    private final Thumbnails thumbnails;
    private final ReadOnlyObjectWrapper<Picture> shown;
    private final ReadOnlyObjectWrapper<@Nullable Thumbnail> pixels = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Picture> older = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Picture> newer = new ReadOnlyObjectWrapper<>();
    private final Runnable closed;
    private PictureReel reel;
    private boolean isLarge;
    private boolean tooSlow;
    /// Waits for the large pixels of the one that is shown; null where nobody does.
    private @Nullable Consumer<Thumbnail> onceLarge;
    /// The one with the pixels that are wanted; read by the thread that decodes. Null once this is closed.
    private volatile @Nullable Picture wanted;

    /// @param first to be shown first
    /// @param closed run when the person is done with it
    PictureViewModel(PageContext context, Thumbnails thumbnails, String conversation, Picture first, Runnable closed) {
        this.closed = closed;
        this.context = context;
        this.thumbnails = thumbnails;
        texts = context.texts(PictureViewModel.class);
        reel = PictureReel.of(new PictureReel.Sources(context.node().chats().history(), context.node().transfers(),
                thumbnails, conversation));
        shown = new ReadOnlyObjectWrapper<>(first);
        show(first);
    }

    ReadOnlyObjectProperty<Picture> shown() {
        return shown.getReadOnlyProperty();
    }

    /// Of the one that is shown: first the small ones of its card, then the large ones. Null until there are any.
    ReadOnlyObjectProperty<@Nullable Thumbnail> pixels() {
        return pixels.getReadOnlyProperty();
    }

    /// Gives the large pixels of the one that is shown, now or once they are there, to be copied. Never gives them
    /// where another one is shown by then. Where it cannot be decoded, the person is told that nothing was copied.
    void whenLarge(Consumer<Thumbnail> taken) {
        Thumbnail now = pixels.get();
        if (isLarge && now != null) {
            taken.accept(now);
        } else if (failed.get()) {
            context.notices().problem(texts.get(tooSlow ? "view.copy.slow" : "view.copy.failed"));
        } else {
            onceLarge = taken;
        }
    }

    /// Whether it cannot be decoded, or not in time.
    ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    /// Whether [#failed] says that the time was too short: then it can be tried again.
    boolean isTooSlow() {
        return tooSlow;
    }

    /// Makes the large pixels of the one that is shown once more.
    void retry() {
        Picture again = wanted;
        if (again == null || !failed.get()) return;
        failed.set(false);
        loadLarge(again);
    }

    /// The one before it; null for none, and until it is known.
    ReadOnlyObjectProperty<@Nullable Picture> older() {
        return older.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Picture> newer() {
        return newer.getReadOnlyProperty();
    }

    /// Shows the one before this, if there is one.
    void back() {
        Picture next = older.get();
        if (next != null) show(next);
    }

    void forward() {
        Picture next = newer.get();
        if (next != null) show(next);
    }

    private void show(Picture next) {
        wanted = next;
        isLarge = false;
        onceLarge = null;
        pixels.set(null);
        failed.set(false);
        older.set(null);
        newer.set(null);
        shown.set(next);
        load(next);
        find(next, true, older);
        find(next, false, newer);
    }

    private void load(Picture of) {
        context.background()
                .run(() -> Optional.ofNullable(thumbnails.of(of.file(), () -> isWanted(of))),
                        small -> small.ifPresent(made -> {
                            if (isWanted(of) && pixels.get() == null) pixels.set(made);
                        }), _ -> {});
        loadLarge(of);
    }

    private void loadLarge(Picture of) {
        context.background()
                .run(() -> Optional.ofNullable(thumbnails.large(of.file(), () -> isWanted(of))),
                        large -> loaded(of, large.orElse(null), false),
                        why -> loaded(of, null, why instanceof TooSlowException));
    }

    private void loaded(Picture of, @Nullable Thumbnail large, boolean isLate) {
        if (!isWanted(of)) return;
        tooSlow = isLate;
        Consumer<Thumbnail> waits = onceLarge;
        onceLarge = null;
        if (large == null) {
            failed.set(true);
        } else {
            isLarge = true;
            pixels.set(large);
        }
        if (waits != null) whenLarge(waits);
    }

    private boolean isWanted(Picture of) {
        return of.equals(wanted);
    }

    private void find(Picture beside, boolean isOlder, ReadOnlyObjectWrapper<@Nullable Picture> there) {
        PictureReel from = reel;
        context.background().run(() -> from.beside(beside.offer(), isOlder), found -> {
            if (found.reel().offers().size() > reel.offers().size()) reel = found.reel();
            if (isWanted(beside)) there.set(found.picture());
        }, _ -> {}); // then there is no way on
    }

    /// Copies the file as it is. The system's chooser asked before a file is replaced.
    void save(Path target) {
        Path from = shown.get().file();
        context.background().run(() -> {
            WholeFile.copy(from, target);
            return target;
        }, written -> context.notices().done(texts.format("view.saved", PeerText.line(written.toString()))),
                why -> context.notices().problem(unsaved(from, target, why)));
    }

    private String unsaved(Path from, Path target, Exception why) {
        if (why instanceof NoSuchFileException gone && from.toString().equals(gone.getFile())) {
            return texts.format("view.save.gone", PeerText.line(from.toString()));
        }
        return why instanceof IOException
                ? texts.format("view.save.failed", PeerText.line(target.toString()))
                : ErrorMessages.sentence(context.language(), why);
    }

    void open() {
        context.navigation().open(shown.get().file());
    }

    void showInFolder() {
        context.navigation().showInFolder(shown.get().file());
    }

    void close() {
        wanted = null;
        closed.run();
    }
}
