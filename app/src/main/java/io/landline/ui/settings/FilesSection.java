package io.landline.ui.settings;

import io.landline.filetransfer.AcceptRule;
import io.landline.language.Texts;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.label.WrappingRadioButton;
import io.landline.ui.look.Icon;
import io.landline.ui.look.SingleChoice;
import io.landline.ui.page.Navigation;
import io.landline.ui.text.PeerText;
import java.io.File;
import java.nio.file.Path;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where files go, and which people's come by themselves. JavaFX thread.
final class FilesSection extends Section {
    private final FileSettingsViewModel model;
    private final Texts texts;

    FilesSection(FileSettingsViewModel model, Navigation navigation, Texts texts) {
        super(Feather.DOWNLOAD, texts.get("files"));
        this.model = model;
        this.texts = texts;
        var folder = new WrappingLabel("");
        folder.setId("downloads-folder");
        folder.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        folder.getStyleClass().add("settings-path");
        model.downloads().subscribe(path -> folder.setText(path == null ? "" : PeerText.line(path.toString())));
        var choose = new Button(texts.get("downloads.choose"), new Icon(Feather.FOLDER));
        choose.setId("choose-downloads");
        choose.setOnAction(_ -> {
            choose.setDisable(true); // until the disk has answered
            model.lookForDownloads(found -> {
                choose.setDisable(false);
                chooseFolder(found);
            });
        });
        var open = new Button(texts.get("downloads.open"), new Icon(Feather.EXTERNAL_LINK));
        open.setId("open-downloads");
        open.disableProperty().bind(model.downloads().isNull());
        open.setOnAction(_ -> {
            Path path = model.downloads().get();
            if (path != null) navigation.showInFolder(path);
        });
        getChildren().addAll(
                choice(texts.get("downloads"), folder, line(choose, open), new NoteLine(model.folderNote())), accept());
    }

    private VBox accept() {
        var group = new SingleChoice();
        VBox box = choice(texts.get("accept"));
        for (AcceptRule rule : AcceptRule.values()) {
            var radio = new WrappingRadioButton("accept-" + rule.word(), name(rule));
            radio.setAccessibleHelp(meaning(rule));
            group.add(radio, () -> model.chooseAccept(rule));
            model.accept().subscribe(chosen -> {
                if (chosen == rule) radio.setSelected(true);
            });
            var meaning = Paragraph.muted(meaning(rule));
            meaning.getStyleClass().add("settings-meaning");
            var one = new VBox(radio, meaning);
            one.getStyleClass().add("settings-rule");
            box.getChildren().add(one);
        }
        box.getChildren().addAll(Paragraph.muted(texts.get("accept.open")), new NoteLine(model.acceptNote()));
        return box;
    }

    private String name(AcceptRule rule) {
        return switch (rule) {
            case ALL -> texts.get("accept.all");
            case KNOWN -> texts.get("accept.known");
            case ASK -> texts.get("accept.ask");
            case NONE -> texts.get("accept.none");
        };
    }

    private String meaning(AcceptRule rule) {
        return switch (rule) {
            case ALL -> texts.get("accept.all.meaning");
            case KNOWN -> texts.get("accept.known.meaning");
            case ASK -> texts.get("accept.ask.meaning");
            case NONE -> texts.get("accept.none.meaning");
        };
    }

    /// @param first where the chooser begins; null for where the system likes
    private void chooseFolder(@Nullable Path first) {
        if (getScene() == null) return; // the page was left meanwhile
        var chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("downloads.title"));
        if (first != null) chooser.setInitialDirectory(first.toFile());
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) model.chooseDownloads(chosen.toPath().toAbsolutePath());
    }
}
