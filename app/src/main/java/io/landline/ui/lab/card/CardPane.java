package io.landline.ui.lab.card;

import atlantafx.base.theme.Styles;
import io.landline.lab.LabMessage;
import io.landline.lab.LabResult;
import io.landline.lab.SocketCard;
import io.landline.labprograms.Setting;
import io.landline.language.Texts;
import io.landline.ui.control.BesideOrBelow;
import io.landline.ui.control.Columns;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.CopyButton;
import io.landline.ui.control.FieldNote;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.TextTooltip;
import io.landline.ui.label.TypedEmoji;
import io.landline.ui.look.Icon;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A server or a client: its settings, start and stop, where it stands, what is typed for it, and the command line that
/// does the same. JavaFX thread.
public final class CardPane extends VBox {
    private static final double SETTING_MIN_EM = 9.25;
    /// Their names are longer.
    private static final double RARE_MIN_EM = 10.5;
    private static final int SETTINGS_BESIDE = 4;
    /// Above a command: in less, the button that copies it has no room beside what it is.
    private static final double COPY_BESIDE_MIN_EM = 12;

    private final BenchViewModel bench;
    private final CardViewModel card;
    private final CardFormatter formatter;
    private final Texts texts;
    private final String id;
    private final List<SettingControl> settings;
    private final Button start = new Button();
    private final Button stop = new Button();
    private final ToggleButton unfold = new ToggleButton();
    private final Button otherPort = new Button();
    private final Button remove = new Button("", new Icon(Feather.X));
    private final TextField typed = new TextField();
    private final VBox typing = new VBox();
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final WrappingText command = new WrappingText("");
    private final WrappingText result = new WrappingText("");
    private final SocketDetails socket;
    private final CardNotes notes;
    private final Subscription subscription;

    public CardPane(BenchViewModel bench, CardViewModel card, CardFormatter formatter, Texts texts) {
        this.bench = bench;
        this.card = card;
        this.formatter = formatter;
        this.texts = texts;
        id = "card-" + card.program().key() + "-" + card.ordinal();
        settings = card.settings()
                .all()
                .stream()
                .map(each -> new SettingControl(each, id, texts, card::start))
                .toList();
        socket = new SocketDetails(formatter, texts);
        notes = new CardNotes(note, settings, texts);
        setId(id);
        getStyleClass().add("lab-card");
        setAccessibleText(formatter.name(card));
        result.getStyleClass().add("lab-result");
        result.letters().getStyleClass().add("lab-mono");
        command.letters().getStyleClass().add("lab-mono");
        Node settingsPart = settings();
        var details = new VBox(command(), socket);
        details.getStyleClass().add("lab-card-details");
        getChildren().addAll(head(), settingsPart, buttons(), new NoteLine(notes.shown()), otherPort, typing(), result,
                details);
        typed.textProperty().bindBidirectional(card.typed()); // holds this weakly
        subscription = Subscription.combine(card.state().subscribe(this::show), card.prompt().subscribe(this::ask),
                card.folded().subscribe(folded -> {
                    Visibility.show(settingsPart, !folded);
                    Visibility.show(details, !folded);
                    unfold.setSelected(!folded);
                }),
                card.socket().subscribe(this::show), card.result().subscribe(this::show),
                card.settings().command().subscribe(text -> {
                    command.setText(PeerText.block(text));
                    showStart();
                }));
    }

    private HBox head() {
        Label name = Paragraph.styled(formatter.name(card), Styles.TITLE_4);
        name.setGraphic(new Icon(card.isServer() ? Feather.SERVER : card.types() ? Feather.TERMINAL : Feather.PLAY));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String removing = texts.format("card.remove", formatter.name(card));
        remove.setId(id + "-remove");
        remove.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        remove.setAccessibleText(removing);
        remove.setTooltip(new TextTooltip(removing));
        remove.setOnAction(_ -> bench.remove(card));
        Visibility.show(remove, bench.system().programs().size() > 1 || bench.system().first().size() > 1);
        var head = new HBox(name, space, remove);
        head.getStyleClass().add("lab-card-head");
        return head;
    }

    private Node settings() {
        var usual = new Columns(SETTING_MIN_EM, 1, SETTINGS_BESIDE);
        usual.show(settings.stream().filter(each -> !isRare(each)).toList());
        List<SettingControl> rare = settings.stream().filter(this::isRare).toList();
        if (rare.isEmpty()) return usual;
        var more = new Columns(RARE_MIN_EM, 1, SETTINGS_BESIDE);
        more.show(rare);
        var open = new MoreButton(texts.get("settings.more"), more);
        open.setId(id + "-more");
        var both = new VBox(usual, open, more);
        both.getStyleClass().add("lab-card-settings");
        return both;
    }

    private boolean isRare(SettingControl control) {
        return card.settings().all().get(settings.indexOf(control)).setting().has(Setting.Trait.RARE);
    }

    private ControlLine buttons() {
        start.setId(id + "-start");
        start.setText(texts.get("start"));
        start.setGraphic(new Icon(Feather.PLAY));
        start.getStyleClass().add(Styles.ACCENT);
        start.setAccessibleText(texts.format("start.card", formatter.name(card)));
        start.setOnAction(_ -> card.start());
        stop.setId(id + "-stop");
        stop.setText(texts.get("stop"));
        stop.setGraphic(new Icon(Feather.SQUARE));
        stop.setAccessibleText(texts.format("stop.card", formatter.name(card)));
        stop.setOnAction(_ -> card.stop());
        otherPort.setId(id + "-other-port");
        otherPort.setMnemonicParsing(false);
        unfold.setText(texts.get("settings"));
        unfold.setGraphic(new Icon(Feather.SLIDERS));
        unfold.setId(id + "-unfold");
        unfold.setMnemonicParsing(false);
        unfold.getStyleClass().add(Styles.FLAT);
        unfold.setAccessibleText(texts.format("settings.card", formatter.name(card)));
        unfold.setOnAction(_ -> card.folded().set(!unfold.isSelected()));
        var buttons = new ControlLine(start, stop, unfold);
        buttons.getStyleClass().add("lab-line");
        return buttons;
    }

    private VBox typing() {
        typed.setId(id + "-typed");
        typed.setOnAction(_ -> send());
        HBox.setHgrow(typed, Priority.ALWAYS);
        var send = new IconButton(id + "-send", Feather.SEND, texts.get("send"));
        send.getStyleClass().add(Styles.ACCENT);
        send.setOnAction(_ -> send());
        var line = new HBox(typed, send, new TypedEmoji(typed));
        line.getStyleClass().add("lab-typing");
        typing.getChildren().setAll(line);
        return typing;
    }

    private void send() {
        if (card.type(typed.getText())) typed.clear();
    }

    private VBox command() {
        command.getStyleClass().add("lab-command");
        command.setId(id + "-command");
        command.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT); // it is typed so, also in a mirrored window
        var copy = new CopyButton(texts.get("copy"), texts.get("copied"), () -> card.settings().command().get());
        copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        copy.setMinWidth(USE_PREF_SIZE);
        var label = Paragraph.muted(texts.get("command"));
        label.setMaxWidth(Double.MAX_VALUE);
        var above = new BesideOrBelow(label, copy, COPY_BESIDE_MIN_EM, label.fontProperty());
        var box = new VBox(above, command);
        box.getStyleClass().add("lab-card-command");
        return box;
    }

    private void show(CardState state) {
        note.set(formatter.state(state));
        boolean busy = state.isBusy();
        boolean runs = state instanceof CardState.Running;
        boolean hadKeyboard = hasKeyboardOfRun();
        Visibility.show(start, !busy);
        Visibility.show(stop, busy);
        Visibility.show(unfold, !(state instanceof CardState.Idle));
        Visibility.show(typing, card.types() && runs);
        remove.setDisable(busy);
        settings.forEach(each -> each.setDisable(busy));
        showStart();
        Visibility.show(otherPort, state instanceof CardState.PortTaken);
        if (state instanceof CardState.PortTaken(_, int free)) {
            otherPort.setText(texts.format("use-port", CardFormatter.plain(free)));
            otherPort.setOnAction(_ -> card.usePort(free));
        }
        if (!hadKeyboard) return;
        Node next = busy ? stop : start;
        (typing.isVisible() ? typed : next).requestFocus();
    }

    /// Whether the keyboard is where one starts, stops or types for the program. The next state hides that control or
    /// disables it, and gives the keyboard to the one that takes its place.
    private boolean hasKeyboardOfRun() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner == null) return false;
        if (owner == start || owner == stop || owner == otherPort || owner == typed) return true;
        for (Node each = owner; each != null; each = each.getParent()) if (settings.contains(each)) return true;
        return false;
    }

    private void showStart() {
        start.setDisable(!card.settings().isValid());
    }

    /// A prompt is the lab's own words, or a server's.
    private void ask(LabMessage prompt) {
        String asked = prompt.english().strip();
        String shown = asked.isEmpty() || asked.equals("->") ? texts.get("typed.message") : formatter.said(prompt);
        FieldPrompt.put(typed, shown);
        typed.setAccessibleText(shown);
    }

    private void show(@Nullable SocketCard opened) {
        socket.show(opened);
    }

    private void show(@Nullable LabResult found) {
        boolean drawn = switch (bench.system().chart()) {
            case NONE, ROUND_TRIPS, UDP_AND_TCP, TRANSFER -> false;
            case RAMP, RATE, CLIENTS, REACH, THREADS -> true;
        };
        result.setText(found == null ? "" : formatter.result(found));
        Visibility.show(result, found != null && !drawn);
    }

    public void close() {
        subscription.unsubscribe();
        notes.close();
        settings.forEach(SettingControl::close);
    }
}
