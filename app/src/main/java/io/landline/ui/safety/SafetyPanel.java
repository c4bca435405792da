package io.landline.ui.safety;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.peer.Fingerprint;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.look.Icon;
import io.landline.ui.page.Page;
import io.landline.ui.page.PageContext;
import io.landline.ui.safety.SafetyViewModel.Shown;
import io.landline.ui.text.Texts;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The safety number of a person, over the page: compared aloud, then marked. JavaFX thread.
public final class SafetyPanel implements Page {
    private final Texts texts;
    private final Fingerprint peer;
    private final SafetyViewModel model;
    private final Label title = new Label();
    private final Label notTheOne = Paragraph.plain("");
    private final SafetyDigits digits = new SafetyDigits();
    private final Label state = Paragraph.plain("");
    private final Button verify = new Button();
    private final Label blocking = Paragraph.muted("");
    private final Button block = new Button();
    private final VBox blockPart = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    /// @param leave is run when the person at the screen is done with it
    public SafetyPanel(PageContext context, Fingerprint peer, Runnable leave) {
        this.peer = peer;
        texts = context.texts(SafetyPanel.class);
        model = new SafetyViewModel(context, peer);
        var fingerprint = Paragraph.muted(texts.format("fingerprint", peer.brief()));
        notTheOne.setId("not-the-one");
        notTheOne.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        notTheOne.getStyleClass().add("safety-warning");
        state.setId("safety-state");
        verify.setId("verify");
        verify.disableProperty().bind(model.working());
        block.setId("block");
        block.getStyleClass().add(Styles.BUTTON_OUTLINED);
        block.disableProperty().bind(model.working());
        blockPart.getStyleClass().add("safety-part");
        blockPart.getChildren().addAll(new Separator(), blocking, block);
        var how = new VBox(Paragraph.plain(texts.get("how")), Paragraph.muted(texts.get("how.aloud")),
                Paragraph.muted(texts.get("how.differs")));
        how.getStyleClass().add("safety-part");
        var column = new VBox(head(leave), fingerprint, notTheOne, digits, how, state, verify,
                new NoteLine(model.note()), blockPart);
        column.getStyleClass().add("safety-panel");
        column.setOnKeyPressed(key -> {
            if (key.getCode() != KeyCode.ESCAPE) return;
            key.consume();
            leave.run();
        });
        scroll.setContent(column);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("safety-scroll");
        scroll.getStylesheets().add(requireNonNull(SafetyPanel.class.getResource("safety.css")).toExternalForm());
        model.shown().subscribe(this::show);
    }

    private HBox head(Runnable leave) {
        title.setId("safety-name");
        title.setMnemonicParsing(false);
        title.setTooltip(new Tooltip());
        title.setMinWidth(0);
        title.getStyleClass().add(Styles.TITLE_3);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var done = new Button("", new Icon(Feather.X));
        done.setId("close-safety");
        done.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        done.setAccessibleText(texts.get("close"));
        done.setTooltip(new Tooltip(texts.get("close")));
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.setOnAction(_ -> leave.run());
        var head = new HBox(title, space, done);
        head.getStyleClass().add("safety-head");
        return head;
    }

    private void show(@Nullable Shown person) {
        scroll.setVisible(person != null);
        if (person == null) return;
        title.setText(person.title());
        title.getTooltip().setText(person.title());
        notTheOne.setText(texts.format("not-the-one", person.title(), peer.brief()));
        shown(notTheOne, person.notTheOne());
        digits.show(person.number());
        state.setText(!person.known()
                ? texts.get("unknown")
                : person.verified() ? texts.get("verified") : texts.get("unverified"));
        state.setGraphic(new Icon(person.verified() ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
        state.getStyleClass().removeAll(Styles.SUCCESS);
        if (person.verified()) state.getStyleClass().add(Styles.SUCCESS);
        shown(verify, person.known());
        verify.setText(person.verified() ? texts.get("unverify.do") : texts.get("verify.do"));
        verify.getStyleClass().remove(Styles.ACCENT);
        if (!person.verified()) verify.getStyleClass().add(Styles.ACCENT);
        verify.setOnAction(_ -> model.setVerified(!person.verified()));
        shown(blockPart, person.known());
        blocking.setText(person.blocked() ? texts.get("blocked") : texts.get("block.meaning"));
        block.setText(person.blocked() ? texts.get("unblock.do") : texts.get("block.do"));
        block.getStyleClass().remove(Styles.DANGER);
        if (!person.blocked()) block.getStyleClass().add(Styles.DANGER);
        block.setOnAction(_ -> model.setBlocked(!person.blocked()));
    }

    private static void shown(Node node, boolean shown) {
        node.setManaged(shown);
        node.setVisible(shown);
    }

    @Override
    public Parent view() {
        return scroll;
    }

    @Override
    public void shown() {
        digits.requestFocus();
    }

    @Override
    public void close() {
        model.close();
    }
}
