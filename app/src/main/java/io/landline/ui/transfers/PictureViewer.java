package io.landline.ui.transfers;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.picture.Thumbnail;
import io.landline.ui.control.IconButton;
import io.landline.ui.label.EmojiLabel;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.page.Shortcut;
import io.landline.ui.text.PeerText;
import io.landline.ui.transfers.file.ThumbnailBox;
import java.io.File;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A picture as large as the window, over everything else. Arrows lead to the pictures beside it in the conversation;
/// plus, minus and zero make it larger and smaller; Escape and a click beside the picture close it. JavaFX thread.
final class PictureViewer implements Page {
    private static final String STYLES = Objects.requireNonNull(PictureViewer.class.getResource("transfers.css"))
            .toExternalForm();

    private final PictureViewModel model;
    private final Texts texts;
    private final BorderPane root = new Whole();
    private final ZoomedPicture picture = new ZoomedPicture();
    private final EmojiLabel name = new EmojiLabel();
    private final Label failed = new WrappingLabel("");
    private final Button retry = new Button();
    private final Button save;
    private final Button copy;
    private final Subscription subscriptions;

    /// As high as the window, whatever stands in it.
    private static final class Whole extends BorderPane {
        @Override
        protected double computePrefHeight(double width) {
            return getScene() == null ? super.computePrefHeight(width) : getScene().getHeight();
        }
    }

    /// @param close is run when the user is done with it
    PictureViewer(PageContext context, PictureViewModel model, Runnable close) {
        this.model = model;
        texts = context.texts(PictureViewer.class);
        root.setId("picture-viewer");
        root.getStyleClass().add("transfers-viewer");
        root.getStylesheets().add(STYLES);
        name.setId("picture-name");
        name.setMnemonicParsing(false);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        save = button("picture-save", Feather.SAVE, texts.get("view.save"), this::save);
        copy = button("picture-copy", Feather.COPY, texts.get("view.copy"), this::copy);
        var head = new HBox(name, save, copy,
                button("picture-open", Feather.EXTERNAL_LINK, texts.get("view.open"), model::open),
                button("picture-folder", Feather.FOLDER, texts.get("action.show"), model::showInFolder),
                button("picture-close", Feather.X, texts.get("view.close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("transfers-viewer-head");
        Button back = button("picture-back", Feather.CHEVRON_LEFT, texts.get("view.back"), model::back);
        Button forward = button("picture-forward", Feather.CHEVRON_RIGHT, texts.get("view.forward"), model::forward);
        model.older().subscribe(there -> back.setVisible(there != null));
        model.newer().subscribe(there -> forward.setVisible(there != null));
        BorderPane.setAlignment(back, Pos.CENTER);
        BorderPane.setAlignment(forward, Pos.CENTER);
        failed.setId("picture-failed");
        failed.managedProperty().bind(failed.visibleProperty());
        retry.setId("picture-retry");
        retry.setText(texts.get("action.retry"));
        retry.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        retry.managedProperty().bind(retry.visibleProperty());
        retry.setOnAction(_ -> retry());
        var foot = new HBox(failed, retry);
        foot.setAlignment(Pos.CENTER);
        root.setTop(head);
        root.setLeft(back);
        root.setRight(forward);
        root.setCenter(picture);
        root.setBottom(foot);
        root.setOnMouseClicked(event -> {
            Node hit = event.getPickResult().getIntersectedNode();
            boolean isBeside = hit == root || hit == picture || hit == head || hit == foot;
            boolean isClick = event.getButton() == MouseButton.PRIMARY && event.isStillSincePress();
            if (isBeside && isClick) close.run();
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        subscriptions = Subscription.combine(model.shown().subscribe(this::show),
                model.pixels().subscribe(this::show), model.failed().subscribe(this::showFailed));
    }

    private static Button button(String id, Feather picture, String words, Runnable action) {
        var button = new IconButton(id, picture, words);
        button.getStyleClass().addAll(Styles.FLAT, "transfers-viewer-button");
        button.setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void show(PictureReel.Picture now) {
        String words = PeerText.line(String.valueOf(now.file().getFileName()));
        name.setText(words);
        picture.reserve(now.size());
        picture.setAccessibleText(texts.format("view.picture", words));
    }

    private void show(@Nullable Thumbnail pixels) {
        picture.show(pixels);
        showFailed();
    }

    /// The small one of the card may be there. It is not copied: who copies a picture means all of it.
    private void showFailed() {
        boolean isFailed = model.failed().get();
        failed.setText(why(model.isTooSlow(), model.pixels().get() != null));
        failed.setVisible(isFailed);
        retry.setVisible(isFailed && model.isTooSlow());
        copy.setDisable(isFailed);
    }

    private String why(boolean isTooSlow, boolean hasSmall) {
        if (isTooSlow) return texts.get(hasSmall ? "view.slow.small" : "view.slow");
        return texts.get(hasSmall ? "view.failed.small" : "view.failed");
    }

    private void key(KeyEvent event) {
        boolean isMirrored = Appearance.isMirrored(root); // the buttons have changed their sides
        if ((isMirrored ? Shortcut.NEXT_PICTURE : Shortcut.PREVIOUS_PICTURE).matches(event)) {
            model.back();
        } else if ((isMirrored ? Shortcut.PREVIOUS_PICTURE : Shortcut.NEXT_PICTURE).matches(event)) {
            model.forward();
        } else if (Shortcut.LARGER_PICTURE.matches(event)) {
            picture.step(1);
        } else if (Shortcut.SMALLER_PICTURE.matches(event)) {
            picture.step(-1);
        } else if (Shortcut.WHOLE_PICTURE.matches(event)) {
            picture.fit();
        } else if (Shortcut.COPY.matches(event)) {
            copy();
        } else if (Shortcut.SAVE.matches(event)) {
            save();
        } else {
            return;
        }
        event.consume();
    }

    private void retry() {
        save.requestFocus(); // the button that was pressed goes
        model.retry();
    }

    private void save() {
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("view.save"));
        chooser.setInitialFileName(String.valueOf(model.shown().get().file().getFileName()));
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) model.save(chosen.toPath());
    }

    private void copy() {
        model.whenLarge(made -> {
            var content = new ClipboardContent();
            content.putImage(ThumbnailBox.image(made));
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        save.requestFocus();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        model.close();
    }
}
