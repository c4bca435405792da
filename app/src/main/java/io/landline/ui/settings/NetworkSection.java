package io.landline.ui.settings;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Preferences.NetworkAdapter;
import io.landline.ui.control.InputField;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.WrappingCheckBox;
import io.landline.ui.look.Icon;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Network cards and typed addresses. JavaFX thread.
final class NetworkSection extends Section {
    private final NetworkSettingsViewModel model;
    private final Texts texts;
    private final VBox adapters = new VBox();
    private final VBox addresses = new VBox();

    NetworkSection(NetworkSettingsViewModel model, Texts texts) {
        super(Feather.WIFI, texts.get("network"));
        this.model = model;
        this.texts = texts;
        adapters.getStyleClass().add("settings-rows");
        addresses.getStyleClass().add("settings-addresses");
        adapters.managedProperty().bind(Bindings.isNotEmpty(model.adapters()));
        addresses.managedProperty().bind(Bindings.isNotEmpty(model.addresses()));
        model.adapters().addListener((ListChangeListener<NetworkAdapter>) this::adaptersChanged);
        model.adapters().forEach(adapter -> adapters.getChildren().add(row(adapter)));
        model.addresses().addListener((ListChangeListener<String>) this::addressesChanged);
        model.addresses().forEach(address -> addresses.getChildren().add(row(address)));

        var which = Paragraph.muted("");
        model.all().subscribe(all -> which.setText(texts.get(all ? "cards.all" : "cards.some")));
        var none = Paragraph.muted(texts.get("cards.none"));
        none.managedProperty().bind(Bindings.isEmpty(model.adapters()));
        none.visibleProperty().bind(none.managedProperty());
        var all = new Button(texts.get("cards.use-all"));
        all.setId("use-all-cards");
        all.getStyleClass().add(Styles.FLAT);
        all.managedProperty().bind(model.all().not());
        all.visibleProperty().bind(all.managedProperty());
        all.setOnAction(_ -> model.useAll());

        var typed = new InputField("new-address", texts.get("address.new"), model.typed(), model.addressNote())
                .like("192.168.1.20:5263")
                .fromTheLeft()
                .onEnter(model::add);
        var add = new Button(texts.get("address.add"), new Icon(Feather.PLUS));
        add.setId("add-address");
        add.setOnAction(_ -> model.add());
        getChildren().addAll(choice(texts.get("cards"), which, none, adapters, all, new NoteLine(model.adaptersNote())),
                choice(texts.get("addresses"), Paragraph.muted(texts.get("addresses.meaning")), addresses, typed, add));
    }

    private void adaptersChanged(ListChangeListener.Change<? extends NetworkAdapter> change) {
        while (change.next()) {
            adapters.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            adapters.getChildren().addAll(change.getFrom(), change.getAddedSubList().stream().map(this::row).toList());
        }
    }

    private void addressesChanged(ListChangeListener.Change<? extends String> change) {
        while (change.next()) {
            addresses.getChildren().remove(change.getFrom(), change.getFrom() + change.getRemovedSize());
            addresses.getChildren().addAll(change.getFrom(), change.getAddedSubList().stream().map(this::row).toList());
        }
    }

    private Node row(NetworkAdapter adapter) {
        String title = PeerText.line(adapter.title());
        var use = new WrappingCheckBox("use-card-" + adapter.name(), title);
        use.setSelected(adapter.used());
        use.setAccessibleText(texts.format("cards.use", title));
        use.setOnAction(_ -> {
            if (!model.use(adapter, use.isSelected())) use.setSelected(adapter.used());
        });
        String where = adapter.addresses().isEmpty()
                ? texts.get("cards.no-address")
                : String.join(", ", adapter.addresses());
        var below = Paragraph.muted(texts.facts(List.of(PeerText.line(adapter.name()), where)));
        below.getStyleClass().add("settings-meaning");
        var row = new VBox(use, below);
        row.getStyleClass().add("settings-rule");
        return row;
    }

    private Node row(String address) {
        var label = new Label(PeerText.line(address));
        label.setMnemonicParsing(false);
        label.setTooltip(new TextTooltip(address));
        label.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var remove = new Button("", new Icon(Feather.X));
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        String said = texts.format("address.remove", PeerText.line(address));
        remove.setAccessibleText(said);
        remove.setTooltip(new TextTooltip(said));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> model.remove(address));
        var row = new HBox(label, space, remove);
        row.getStyleClass().add("settings-address");
        return row;
    }
}
