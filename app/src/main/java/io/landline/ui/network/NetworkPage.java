package io.landline.ui.network;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.ui.control.BesideOrBelow;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.IconButton;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.look.Icon;
import io.landline.ui.look.SingleChoice;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.TimeFormatter;
import io.landline.ui.text.TimeOfDay;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Discovery as it happens: presence datagrams, who came and went, and the interfaces. Nothing is collected before the
/// first of these is made, which is when somebody first opens it. JavaFX thread.
public final class NetworkPage implements Page {
    private final NetworkWatch watch;
    private final NetworkViewModel model;
    private final Texts texts;
    private final DatagramColumns columns = new DatagramColumns();
    private final DatagramsPane datagrams;
    private final PresenceChangesPane comings;
    private final StackPane body = new StackPane();
    private final SingleChoice tabs = new SingleChoice();
    private final Label title = DatagramCell.part(Styles.TITLE_3);
    private final VBox root;
    /// Stands still but where heads and bars leave the rows no room.
    private final ScrollPane scroll;

    /// @param watch shared with the pages after this one; its maker closes it
    public NetworkPage(PageContext context, NetworkWatch watch) {
        this.watch = watch;
        texts = context.texts(NetworkPage.class);
        model = new NetworkViewModel(context, watch);
        var formatter = new DatagramFormatter(texts, TimeOfDay.ofSystem(),
                new TimeFormatter(context.language(), ZoneId.systemDefault()));
        datagrams = new DatagramsPane(model, texts, formatter, columns, context.fx());
        comings = new PresenceChangesPane(model, texts, formatter, context);
        var interfaces = new InterfacesPane(model, texts, formatter, new AmountFormatter(context.language()));
        body.getChildren().setAll(datagrams);
        ToggleButton first = tab("datagrams", Feather.RADIO, datagrams, Styles.LEFT_PILL);
        var line = new ControlLine(first, tab("comings", Feather.USERS, comings, Styles.CENTER_PILL),
                tab("interfaces", Feather.SHARE_2, interfaces, Styles.RIGHT_PILL));
        line.getStyleClass().add("network-tabs");
        if (tabs.isEmpty()) first.setSelected(true);
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setAlignment(Pos.TOP_LEFT); // what has no room is cut at its end, and covers nothing
        root = new VBox(head(), line, body);
        root.getStyleClass().add("network-page");
        scroll = new ScrollPane(root);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("network-scroll");
        scroll.getStylesheets().add(requireNonNull(NetworkPage.class.getResource("network.css")).toExternalForm());
        root.widthProperty().subscribe(this::arrange);
        title.fontProperty().subscribe(this::arrange);
    }

    private void arrange() {
        columns.show(root.getWidth() / (title.getFont().getSize() / TITLE_SIZE));
    }

    /// Of the title, in `em`.
    private static final double TITLE_SIZE = 1.5;
    /// In `em`: in a narrower page the buttons have no room beside the title.
    private static final double BUTTONS_BESIDE_MIN = 17.5;

    private Node head() {
        title.setText(texts.get("title"));
        title.setMinWidth(Region.USE_PREF_SIZE);
        var pause = new ToggleButton();
        pause.setId("network-pause");
        pause.setMnemonicParsing(false);
        pause.setOnAction(_ -> model.pause(pause.isSelected()));
        model.paused().subscribe(paused -> {
            pause.setSelected(paused);
            pause.setText(texts.get(paused ? "resume" : "pause"));
            pause.setAccessibleText(pause.getText());
            pause.setGraphic(new Icon(paused ? Feather.PLAY : Feather.PAUSE));
        });
        pause.setTooltip(new TextTooltip(texts.get("pause.meaning")));
        columns.word(pause);
        var clear = new IconButton("network-clear", Feather.TRASH_2, texts.get("clear"));
        clear.setOnAction(_ -> model.clear());
        var buttons = new ControlLine(pause, clear, new SaveMenu(model, texts));
        buttons.getStyleClass().add("network-buttons");
        var head = new BesideOrBelow(title, buttons, BUTTONS_BESIDE_MIN / TITLE_SIZE, title.fontProperty());
        head.getStyleClass().add("network-head");
        return head;
    }

    /// @param id also of its words
    private ToggleButton tab(String id, Feather picture, Node content, String pill) {
        var tab = new ToggleButton(texts.get(id));
        tab.setAccessibleText(tab.getText());
        tab.setTooltip(new TextTooltip(tab.getText()));
        columns.wordTab(tab, new Icon(picture));
        tab.setId("network-tab-" + id);
        tab.setMnemonicParsing(false);
        tab.getStyleClass().add(pill);
        tabs.add(tab, () -> {
            body.getChildren().setAll(content);
            watch.keepInMind(watch.view().withTab(id));
        });
        if (id.equals(watch.view().tab())) tab.setSelected(true);
        return tab;
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        model.shown();
        if (body.getChildren().contains(datagrams)) {
            datagrams.focus();
        } else if (body.getChildren().contains(comings)) {
            comings.focus();
        }
    }

    @Override
    public void hidden() {
        model.covered();
    }

    @Override
    public void close() {
        datagrams.close();
        comings.close();
        model.close();
    }
}
