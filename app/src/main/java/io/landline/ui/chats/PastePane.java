package io.landline.ui.chats;

import atlantafx.base.theme.Styles;
import io.landline.ui.chats.PasteViewModel.Pasted;
import io.landline.ui.control.TextButton;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Above the composer: what was pasted or chosen, to be offered or dropped, with its first pictures in small. JavaFX
/// thread.
final class PastePane extends VBox {
    /// More names would not be read; how many there are is said.
    private static final int NAMED_MAX = 10;

    private final Texts texts;
    private final PasteViewModel model;
    private final Label what = new Label();
    private final Button offer;
    private final PastedPictures pictures;
    private final Subscription subscription;

    /// @param done is run when it is decided: the keyboard goes back
    PastePane(ChatsContext context, PasteViewModel model, Runnable done) {
        texts = context.texts();
        pictures = new PastedPictures(context.transfers().previews());
        this.model = model;
        setId("paste");
        getStyleClass().add("chats-paste");
        what.setId("paste-what");
        what.setMnemonicParsing(false);
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        offer = button("paste-offer", texts.get("paste.offer"), () -> {
            model.offer();
            done.run();
        });
        offer.getStyleClass().add(Styles.ACCENT);
        Button discard = button("paste-discard", texts.get("paste.discard"), () -> {
            model.discard();
            done.run();
        });
        var line = new HBox(what, offer, discard);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("chats-paste-line");
        getChildren().addAll(pictures, line);
        managedProperty().bind(visibleProperty());
        subscription = model.pasted().subscribe(this::show);
    }

    private static Button button(String id, String words, Runnable action) {
        var button = new TextButton(id, words, action);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void show(@Nullable Pasted pasted) {
        setVisible(pasted != null);
        pictures.show(pasted);
        switch (pasted) {
            case null -> what.setText("");
            case Pasted.PastedFiles(var paths) -> {
                what.setGraphic(new Icon(Feather.PAPERCLIP));
                what.setText(words(paths));
            }
            case Pasted.Picture(int width, int height, _) -> {
                what.setGraphic(new Icon(Feather.IMAGE));
                what.setText(texts.format("paste.picture", width, height));
            }
        }
        if (pasted != null && getScene() != null) offer.requestFocus(); // Enter offers it
    }

    private String words(List<Path> paths) {
        if (paths.size() == 1) return name(paths.getFirst());
        return texts.format("paste.items", paths.size(),
                texts.list(paths.stream().limit(NAMED_MAX).map(PastePane::name).toList()));
    }

    private static String name(Path path) {
        return PeerText.line(String.valueOf(path.getFileName()));
    }

    /// Takes files or a picture; false where there is only text, or nothing.
    boolean take(Clipboard clipboard) {
        List<File> files = clipboard.getFiles();
        if (files != null && !files.isEmpty()) {
            model.files(files.stream().map(File::toPath).toList());
            return true;
        }
        if (clipboard.hasString() || !clipboard.hasImage()) return false;
        Image image = clipboard.getImage();
        if (image == null) return false;
        take(image);
        return true;
    }

    private void take(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if ((long) width * height > PasteViewModel.PIXELS_MAX) {
            model.tooLarge();
            return;
        }
        var argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int i = 0; i < argb.length; i++) argb[i] = onWhite(argb[i]);
        model.picture(width, height, argb);
    }

    /// The file has no transparency: what shines through is white.
    private static int onWhite(int argb) {
        int opacity = argb >>> 24;
        if (opacity == 0xff) return argb;
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            mixed = mixed << 8 | ((argb >> shift & 0xff) * opacity + 0xff * (0xff - opacity)) / 0xff;
        }
        return mixed;
    }

    void close() {
        subscription.unsubscribe();
        pictures.show(null);
    }
}
