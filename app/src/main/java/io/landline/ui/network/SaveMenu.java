package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.network.DatagramExport.Format;
import java.io.File;
import javafx.beans.binding.Bindings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kordamp.ikonli.feather.Feather;

/// Saves the datagrams that are shown. JavaFX thread.
final class SaveMenu extends MenuButton {
    private final NetworkViewModel model;

    SaveMenu(NetworkViewModel model, Texts texts) {
        this.model = model;
        setId("network-save");
        setMnemonicParsing(false);
        setGraphic(new Icon(Feather.SAVE));
        setMinWidth(USE_PREF_SIZE);
        setAccessibleText(texts.get("save"));
        setTooltip(new TextTooltip(texts.get("save")));
        getItems().addAll(item("network-save-pcap", texts.get("save.pcap"), Format.PCAP),
                item("network-save-text", texts.get("save.text"), Format.TEXT));
        disableProperty().bind(Bindings.isEmpty(model.rows()));
    }

    private MenuItem item(String id, String label, Format format) {
        var item = new MenuItem(label);
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> save(label, format));
        return item;
    }

    /// The system's chooser asks before a file is replaced.
    private void save(String title, Format format) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName("landline." + format.extension());
        chooser.getExtensionFilters().add(new ExtensionFilter(title, "*." + format.extension()));
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) model.save(chosen.toPath().toAbsolutePath(), format);
    }
}
