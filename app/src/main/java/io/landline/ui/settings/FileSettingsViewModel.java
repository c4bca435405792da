package io.landline.ui.settings;

import io.landline.filetransfer.AcceptRule;
import io.landline.language.Texts;
import io.landline.node.port.Preferences;
import io.landline.node.port.Preferences.Chosen;
import io.landline.ui.control.FieldNote;
import io.landline.ui.fx.Background;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Where files go, and which people's are accepted without a question. JavaFX thread.
final class FileSettingsViewModel {
    private final Preferences preferences;
    private final Background background;
    private final Texts texts;
    private final ChangeQueue changing;
    private final ReadOnlyObjectWrapper<@Nullable Path> downloads = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AcceptRule> accept = new ReadOnlyObjectWrapper<>(AcceptRule.ASK);
    private final ReadOnlyObjectWrapper<FieldNote> folderNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ReadOnlyObjectWrapper<FieldNote> acceptNote = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);

    FileSettingsViewModel(PageContext context, Texts texts, ChangeQueue changing) {
        preferences = context.node().preferences();
        background = context.background();
        this.texts = texts;
        this.changing = changing;
    }

    /// Null until it is loaded.
    ReadOnlyObjectProperty<@Nullable Path> downloads() {
        return downloads.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<AcceptRule> accept() {
        return accept.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> folderNote() {
        return folderNote.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> acceptNote() {
        return acceptNote.getReadOnlyProperty();
    }

    void show(Chosen chosen) {
        downloads.set(chosen.downloads());
        accept.set(chosen.accept());
    }

    /// Looks off this thread whether the folder is there: a chooser that is given a missing one does not open at all.
    ///
    /// @param then gets it; null where it is not there
    void lookForDownloads(Consumer<@Nullable Path> then) {
        Path now = downloads.get();
        background.run(() -> now != null && Files.isDirectory(now), isThere -> then.accept(isThere ? now : null),
                _ -> then.accept(null));
    }

    void chooseDownloads(Path folder) {
        Path before = downloads.get();
        if (folder.equals(before)) return;
        String kept = texts.format("downloads.kept", PeerText.line(String.valueOf(before)));
        changing.make(() -> preferences.setDownloads(folder), folderNote::set, FieldNote.good(texts.get("saved")),
                kept);
    }

    void chooseAccept(AcceptRule rule) {
        if (rule == accept.get()) return;
        accept.set(rule);
        changing.make(() -> preferences.setAccept(rule), acceptNote::set, FieldNote.good(texts.get("saved")),
                texts.get("accept.kept"));
    }
}
