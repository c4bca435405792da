package io.landline.ui.network;

import io.landline.language.Texts;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;

/// Which interface's datagrams are shown. JavaFX thread.
final class InterfacesMenu extends MenuButton {
    private final NetworkViewModel model;
    private final Texts texts;
    private final DatagramFormatter formatter;
    private List<String> listed = List.of();

    InterfacesMenu(NetworkViewModel model, Texts texts, DatagramFormatter formatter) {
        this.model = model;
        this.texts = texts;
        this.formatter = formatter;
        setId("network-interfaces-filter");
        setMnemonicParsing(false);
        setGraphic(new Icon(Feather.SHARE_2));
        setTooltip(new TextTooltip(texts.get("filter.interfaces")));
        model.interfaces().addListener((ListChangeListener<InterfaceRow>) _ -> list());
        model.chosenInterface().subscribe(this::label);
        list();
        build();
    }

    /// The rows change with each datagram, their names hardly ever.
    private void list() {
        List<String> now = model.interfaces().stream().map(InterfaceRow::name).filter(name -> !name.isEmpty()).toList();
        if (now.equals(listed)) return;
        listed = now;
        build();
    }

    private void build() {
        var group = new ToggleGroup();
        var items = new ArrayList<MenuItem>();
        items.add(item(texts.get("filter.interfaces.all"), "", group));
        for (String name : listed) items.add(item(formatter.interfaceName(name), name, group));
        getItems().setAll(items);
        label();
    }

    private RadioMenuItem item(String label, String name, ToggleGroup group) {
        var item = new RadioMenuItem(label);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(model.chosenInterface().get().equals(name));
        item.setOnAction(_ -> model.chosenInterface().set(name));
        return item;
    }

    private void label() {
        String name = model.chosenInterface().get();
        setText(name.isEmpty() ? texts.get("filter.interfaces.all") : formatter.interfaceName(name));
        setAccessibleText(texts.get("filter.interfaces") + ". " + getText());
        for (int i = 0; i < getItems().size(); i++) {
            boolean chosen = i == 0 ? name.isEmpty() : listed.get(i - 1).equals(name);
            if (getItems().get(i) instanceof RadioMenuItem item) item.setSelected(chosen);
        }
    }
}
