package io.landline.ui.places;

import atlantafx.base.theme.Styles;
import io.landline.chat.PersonStatus;
import io.landline.language.Texts;
import io.landline.peer.Fingerprint;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.look.Icon;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.SafetyViewModel.Shown;
import io.landline.ui.places.sheet.ChoicesLine;
import io.landline.ui.places.sheet.FilesPart;
import io.landline.ui.places.sheet.KeepPart;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.sheet.Unfilled;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.time.Instant;
import java.time.ZoneId;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A person, over the page: who it is and whether here, and the way to write. Below stand what the user chose, the
/// rooms in common, the safety number to compare aloud and then mark, and the newest files. In the head is the way to
/// block. JavaFX thread.
public final class PersonSheet implements Sheet {
    private final Texts texts;
    private final TimeFormatter times;
    private final Fingerprint peer;
    private final SafetyViewModel model;
    private final Label notTheOne = Paragraph.plain("");
    private final SafetyDigits digits = new SafetyDigits();
    private final Label state = Paragraph.plain("");
    private final Button verify = new Button();
    private final BlockPart block;
    private final PersonViewModel place;
    private final SheetHead head;
    private final Label here = Paragraph.plain("");
    private final Button write;
    private final ChoicesLine choices;
    private final RoomsPart rooms;
    private final FilesPart files;
    private final KeepPart keep;
    private final SheetScroll scroll;
    private final Unfilled unfilled;

    /// @param leave is run when the person at the screen is done with it
    public PersonSheet(PageContext context, Fingerprint peer, Runnable leave) {
        this.peer = peer;
        texts = context.texts(PersonSheet.class);
        times = new TimeFormatter(context.language(), ZoneId.systemDefault());
        model = new SafetyViewModel(context, peer);
        notTheOne.setId("not-the-one");
        notTheOne.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        notTheOne.getStyleClass().add("safety-warning");
        state.setId("safety-state");
        verify.setId("verify");
        verify.disableProperty().bind(model.working());
        block = new BlockPart(texts, model);
        place = new PersonViewModel(context, peer);
        head = new SheetHead("safety-name", block.opener(), texts.get("close"), leave);
        write = new TextButton("person-write", texts.get("person.write"),
                () -> context.navigation().conversation(peer.hex()));
        write.setGraphic(new Icon(Feather.MESSAGE_CIRCLE));
        choices = new ChoicesLine(context);
        rooms = new RoomsPart(texts, context.navigation());
        files = new FilesPart(context, texts);
        keep = new KeepPart(context);
        var column = new VBox(head, who(), notTheOne, block, write, choices, rooms, safety(), files, keep);
        scroll = new SheetScroll(column, leave, digits::requestFocus);
        scroll.setVisible(false);
        unfilled = new Unfilled(texts.get("unfilled.again"), this::loadAgain, texts.get("close"), leave);
        model.shown().subscribe(this::show);
        place.shown().subscribe(this::show);
        model.problem().subscribe(this::tell);
        place.problem().subscribe(this::tell);
    }

    private void loadAgain() {
        model.loadAgain();
        place.loadAgain();
    }

    /// What was shown once stays: it is read again with the next change.
    private void tell(String problem) {
        if (problem.isEmpty() || isLoaded()) return;
        unfilled.show(peer.brief(), texts.format("unfilled", problem));
        scroll.unfilled(unfilled);
    }

    private ControlLine who() {
        here.setId("person-here");
        var who = new ControlLine(here, Paragraph.muted(texts.format("fingerprint", peer.brief())));
        who.getStyleClass().add("safety-who");
        return who;
    }

    private SheetPart safety() {
        var how = new VBox(Paragraph.plain(texts.get("how")), Paragraph.muted(texts.get("how.aloud")),
                Paragraph.muted(texts.get("how.differs")));
        how.getStyleClass().add("sheet-part");
        var part = new SheetPart("safety-heading", texts.get("heading"));
        part.getChildren().addAll(digits, state, verify, how);
        return part;
    }

    private void show(PersonViewModel.@Nullable Shown now) {
        if (now == null) return;
        here.setText(whether(now));
        choices.show(now.conversation());
        rooms.show(now.rooms());
        files.show(now.files());
        keep.show(now.conversation() == null ? null : now.conversation().key());
        showOnceLoaded();
    }

    /// A part of it alone would say of somebody that they are away, and a moment later that they are here.
    private void showOnceLoaded() {
        if (!isLoaded()) return;
        scroll.setVisible(true);
        scroll.filled();
    }

    private boolean isLoaded() {
        return model.shown().get() != null && place.shown().get() != null;
    }

    private String whether(PersonViewModel.Shown now) {
        if (now.blocked()) return texts.get("person.blocked");
        Instant last = now.seen().last();
        if (!now.here()) {
            return last == null
                    ? texts.get("person.away")
                    : texts.format("person.last-seen", times.whole(last));
        }
        PersonStatus said = now.seen().status();
        String state = texts.get(switch (said.state()) {
            case HERE -> "person.here";
            case AWAY -> "person.away";
            case BUSY -> "person.busy";
        });
        return said.text().isEmpty() ? state : texts.format("person.says", state, PeerText.line(said.text()));
    }

    private void show(@Nullable Shown person) {
        if (person == null) return;
        head.show(person.title());
        notTheOne.setText(texts.format("not-the-one", person.title(), peer.brief()));
        Visibility.show(notTheOne, person.notTheOne());
        digits.show(person.number());
        state.setText(!person.known()
                ? texts.get("unknown")
                : person.verified() ? texts.get("verified") : texts.get("unverified"));
        state.setGraphic(new Icon(person.verified() ? Feather.CHECK_CIRCLE : Feather.CIRCLE));
        state.getStyleClass().removeAll(Styles.SUCCESS);
        if (person.verified()) state.getStyleClass().add(Styles.SUCCESS);
        Visibility.show(verify, person.known());
        Visibility.show(write, person.reachable());
        verify.setText(person.verified() ? texts.get("unverify.do") : texts.get("verify.do"));
        verify.getStyleClass().remove(Styles.ACCENT);
        if (!person.verified()) verify.getStyleClass().add(Styles.ACCENT);
        verify.setOnAction(_ -> model.setVerified(!person.verified()));
        block.show(person);
        showOnceLoaded();
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        model.close();
        place.close();
    }
}
