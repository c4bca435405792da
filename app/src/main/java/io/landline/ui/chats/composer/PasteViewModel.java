package io.landline.ui.chats.composer;

import io.landline.language.Texts;
import io.landline.picture.PictureSize;
import io.landline.picture.Png;
import io.landline.ui.chats.part.FileOffering;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Files and pictures that were pasted or chosen for the open conversation, one after the other: shown first, offered
/// together when the user says so. Confined to the JavaFX thread.
public final class PasteViewModel implements AutoCloseable {
    /// Of all pictures that wait. Two screens of 4K; the pixels and their file take about eight bytes each while it is
    /// written.
    static final int PIXELS_MAX = 20_000_000;

    /// One item that waits for the user's word.
    public sealed interface Pasted {
        String name(Texts texts);

        record PastedFile(Path path) implements Pasted {
            @Override
            public String name(Texts texts) {
                return PeerText.line(String.valueOf(path.getFileName()));
            }
        }

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

            @Override
            public String name(Texts texts) {
                return texts.format("paste.picture", size.width(), size.height());
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
    /// By file, as far as they are known; negative for folders and for what cannot be read.
    private final ReadOnlyObjectWrapper<Map<Path, Long>> sizes = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyIntegerWrapper added = new ReadOnlyIntegerWrapper();
    private final PastedItems items;
    private final Subscription changes;
    private String key = "";

    /// @param items of all conversations; they outlive this
    /// @param sent is told the conversation when something of ours is in it from now on
    public PasteViewModel(PageContext context, PastedItems items, Consumer<String> sent) {
        this(context, items, sent, InstantSource.system());
    }

    public PasteViewModel(PageContext context, PastedItems items, Consumer<String> sent, InstantSource clock) {
        this.context = context;
        this.items = items;
        this.sent = sent;
        files = new WrittenFiles(context, clock);
        texts = context.texts(PasteViewModel.class);
        changes = items.watch(each -> {
            if (each.equals(key)) show();
        });
    }

    /// In the order in which it came; empty where nothing waits.
    public ReadOnlyObjectProperty<List<Pasted>> pasted() {
        return pasted.getReadOnlyProperty();
    }

    /// Grows when something is added in the open conversation; not when another is opened.
    ReadOnlyIntegerProperty added() {
        return added.getReadOnlyProperty();
    }

    public boolean isEmpty() {
        return pasted.get().isEmpty();
    }

    /// Another conversation is open: what waits in it is shown, and what was meant for the one before waits there.
    public void open(String conversation) {
        key = conversation;
        show();
    }

    private void show() {
        List<Pasted> all = items.in(key);
        pasted.set(all);
        Set<Path> waiting = all.stream()
                .filter(Pasted.PastedFile.class::isInstance)
                .map(each -> ((Pasted.PastedFile) each).path())
                .collect(Collectors.toSet());
        var known = new HashMap<>(sizes.get());
        known.keySet().retainAll(waiting);
        sizes.set(Map.copyOf(known));
        waiting.removeAll(known.keySet());
        if (waiting.isEmpty()) return;
        context.background().run(() -> measured(waiting), found -> {
            var more = new HashMap<>(found);
            more.putAll(sizes.get());
            sizes.set(Map.copyOf(more));
        }, _ -> {});
    }

    private static Map<Path, Long> measured(Set<Path> files) {
        var sizes = new HashMap<Path, Long>();
        for (Path each : files) {
            try {
                sizes.put(each, Files.isRegularFile(each) ? Files.size(each) : -1);
            } catch (IOException e) {
                sizes.put(each, -1L); // it is told when it is offered
            }
        }
        return sizes;
    }

    /// Changes as sizes become known.
    ReadOnlyObjectProperty<Map<Path, Long>> sizes() {
        return sizes.getReadOnlyProperty();
    }

    /// Of these together, in bytes; negative where that of one of them is not known, as of a folder.
    long bytes(List<Pasted> of) {
        long bytes = 0;
        for (Pasted each : of) {
            long one = each instanceof Pasted.PastedFile(var path) ? sizes.get().getOrDefault(path, -1L) : -1;
            if (one < 0) return -1;
            bytes += one;
        }
        return bytes;
    }

    /// What waits, by conversation, in a few words. Without that of one conversation (null: of none): it is in sight.
    public Map<String, String> allBut(@Nullable String open) {
        var words = new HashMap<String, String>();
        items.all().forEach((conversation, all) -> words.put(conversation, words(all)));
        words.remove(open);
        return words;
    }

    private String words(List<Pasted> all) {
        return all.size() > 1 ? texts.format("paste.items", all.size()) : all.getFirst().name(texts);
    }

    /// Adds these to what waits in the open conversation, but for those that wait already.
    public void files(List<Path> paths) {
        files(key, paths);
    }

    /// The same in any conversation.
    public void files(String conversation, List<Path> paths) {
        var known = new HashSet<Path>();
        for (Pasted each : items.in(conversation)) if (each instanceof Pasted.PastedFile(var path)) known.add(path);
        List<Pasted> more = new ArrayList<>();
        for (Path each : paths) if (known.add(each)) more.add(new Pasted.PastedFile(each));
        if (!more.isEmpty()) add(conversation, more);
    }

    private void add(String conversation, List<Pasted> more) {
        var all = new ArrayList<>(items.in(conversation));
        all.addAll(more);
        items.set(conversation, all);
        if (conversation.equals(key)) added.set(added.get() + 1);
    }

    /// Whether a picture of this size may wait with the others. Where it may not, the user is told why.
    boolean mayTake(int width, int height) {
        long pixels = (long) width * height;
        long others = 0;
        for (List<Pasted> each : items.all().values()) others += pixels(each);
        if (others + pixels <= PIXELS_MAX) return true;
        context.notices().problem(texts.get(pixels > PIXELS_MAX ? "paste.too-large" : "paste.too-many"));
        return false;
    }

    private static long pixels(List<Pasted> of) {
        return of.stream()
                .mapToLong(each -> each instanceof Pasted.Picture picture ? picture.size().pixels() : 0)
                .sum();
    }

    /// Adds a picture to what waits, where it may.
    ///
    /// @param argb row by row
    void picture(int width, int height, int[] argb) {
        if (!mayTake(width, height)) return;
        add(key, List.of(new Pasted.Picture(new PictureSize(width, height), argb)));
    }

    /// Takes out this one alone.
    void remove(Pasted one) {
        items.set(key, items.in(key).stream().filter(each -> each != one).toList());
    }

    public void discard() {
        items.set(key, List.of());
    }

    /// Offers all of it together. A picture becomes a file in the downloads folder, where it has to stay as long as the
    /// offer stands.
    public void offer() {
        List<Pasted> what = pasted.get();
        if (what.isEmpty() || key.isEmpty()) return;
        discard();
        String to = key;
        context.background().run(() -> files.offer(to, what.stream().map(this::item).toList()), offered -> {
            context.notices().over(FileOffering.NOT_OFFERED);
            sent.accept(to);
            new FileOffering(context).tell(offered);
        }, why -> {
            items.bringBack(to, what);
            context.notices()
                    .problem(FileOffering.NOT_OFFERED, why instanceof IOException
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

    @Override
    public void close() {
        changes.unsubscribe();
    }
}
