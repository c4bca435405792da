package io.landline.ui.chats;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.port.Contacts;
import io.landline.node.port.TypedAddress;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.Visibility;
import io.landline.ui.label.FieldPrompt;
import io.landline.ui.label.WrappingLabel;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.PageContext;
import io.landline.ui.paragraph.WrappingText;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/// Asks for an address where somebody may be, and connects to it once. JavaFX thread.
final class AddressPopOver {
    private final PageContext context;
    private final Contacts contacts;
    private final Texts texts;
    private final PopOver popOver = new PopOver();
    private final CustomTextField field = new CustomTextField();
    private final WrappingText said = new WrappingText("");
    private final Button connect = new Button();

    AddressPopOver(PageContext context) {
        this.context = context;
        contacts = context.node().contacts();
        texts = context.texts(AddressPopOver.class);
        Label title = Paragraph.styled(texts.get("address.title"), Styles.TEXT_BOLD);
        var explanation = wrapped(texts.get("address.explanation"));
        field.setId("address");
        Appearance.keepOrder(field);
        FieldPrompt.put(field, texts.get("address.prompt"));
        field.setAccessibleText(texts.get("address.title"));
        HBox.setHgrow(field, Priority.ALWAYS);
        connect.setText(texts.get("address.connect"));
        connect.setId("address-connect");
        connect.setMnemonicParsing(false);
        connect.getStyleClass().add(Styles.ACCENT);
        connect.setMinWidth(Button.USE_PREF_SIZE);
        said.setId("address-said");
        var line = new HBox(field, connect);
        line.getStyleClass().add("chats-address-line");
        var content = new VBox(title, explanation, line, said);
        content.getStyleClass().add("chats-address");
        content.getStylesheets().add(ChatsPage.STYLES);
        popOver.setContentNode(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.BOTTOM_CENTER);
        popOver.setTitle(texts.get("address.title"));
        popOver.setDetachable(false);
        popOver.setAnimated(false);

        field.textProperty().subscribe(this::check);
        field.setOnAction(_ -> connect());
        connect.setOnAction(_ -> connect());
    }

    private static Label wrapped(String text) {
        var label = new WrappingLabel(text);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    void showAt(Node owner) {
        check(field.getText());
        popOver.show(owner);
        field.requestFocus();
    }

    private void check(String typed) {
        boolean fits = TypedAddress.parse(typed.strip()) != null;
        connect.setDisable(!fits);
        boolean wrong = !fits && !typed.isBlank();
        say(wrong ? texts.get("address.wrong") : "", wrong);
    }

    private void say(String sentence, boolean wrong) {
        said.setText(sentence);
        Visibility.show(said, !sentence.isEmpty());
        field.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
    }

    private void connect() {
        String typed = field.getText().strip();
        if (connect.isDisabled()) return;
        connect.setDisable(true);
        say(texts.format("address.trying", PeerText.line(typed)), false);
        context.background().run(() -> {
            contacts.connect(typed);
            return typed;
        }, _ -> {
            connect.setDisable(false);
            field.clear();
            popOver.hide();
            context.notices().done(texts.format("address.asked", PeerText.line(typed)));
        }, why -> {
            connect.setDisable(false);
            say(ErrorMessages.sentence(context.language(), why), true);
        });
    }

    void close() {
        popOver.hide();
    }
}
