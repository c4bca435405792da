package io.landline.ui.safety;

import static java.util.Objects.requireNonNull;

import atlantafx.base.theme.Styles;
import io.landline.peer.Fingerprint;
import io.landline.ui.control.IconButton;
import io.landline.ui.control.NoteLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.look.EmojiLabel;
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
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A person, over the page: who it is, the safety number to compare aloud and then mark, and the way to block. JavaFX
/// thread.
public final class SafetyPanel implements Page {
    private final Texts texts;
    private final Fingerprint peer;
    private final SafetyViewModel model;
    private final EmojiLabel title = new EmojiLabel();
    private final Label notTheOne = Paragraph.plain("");
    private final SafetyDigits digits = new SafetyDigits();
    private final Label state = Paragraph.plain("");
    private final Button verify = new Button();
    private final BlockPart block;
    private final ScrollPane scroll;

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
        block = new BlockPart(texts, model);
        var heading = new Label(texts.get("heading"));
        heading.setId("safety-heading");
        heading.getStyleClass().add(Styles.TITLE_4);
        var how = new VBox(Paragraph.plain(texts.get("how")), Paragraph.muted(texts.get("how.aloud")),
                Paragraph.muted(texts.get("how.differs")));
        how.getStyleClass().add("safety-part");
        var note = new NoteLine(model.note());
        var column = new VBox(head(leave), fingerprint, notTheOne, block, note, heading, digits, how, state, verify);
        column.getStyleClass().add("safety-panel");
        column.setOnKeyPressed(key -> {
            if (key.getCode() != KeyCode.ESCAPE) return;
            key.consume();
            leave.run();
        });
        scroll = new SheetScroll(column);
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
        var done = new IconButton("close-safety", Feather.X, texts.get("close"));
        done.getStyleClass().add(Styles.FLAT);
        done.setMinWidth(Region.USE_PREF_SIZE);
        done.setOnAction(_ -> leave.run());
        var head = new HBox(title, space, block.opener(), done);
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
        block.show(person);
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
