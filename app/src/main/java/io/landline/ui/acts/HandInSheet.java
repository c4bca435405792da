package io.landline.ui.acts;

import atlantafx.base.theme.Styles;
import io.landline.language.Texts;
import io.landline.node.export.ExportFile;
import io.landline.node.port.HandIns;
import io.landline.node.port.HandIns.Box;
import io.landline.node.port.HandIns.Person;
import io.landline.node.port.HandIns.Receipt;
import io.landline.node.port.HandIns.State;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.Subscription;
import io.landline.room.EntryId;
import io.landline.ui.control.ControlLine;
import io.landline.ui.control.Paragraph;
import io.landline.ui.control.TextButton;
import io.landline.ui.control.Visibility;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.ConversationWatch;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.text.AmountFormatter;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A hand-in box. Its collector sees who has handed in and who has not. A member sees what became of their own files.
/// JavaFX thread.
public final class HandInSheet implements Sheet {
    /// Lines that are kept for each state of people, however many are in another: nobody who hands in under hundreds of
    /// identities hides who is missing.
    static final int LINES_EACH = 100;
    /// The second half of a double click would remind everybody once more.
    private static final Duration REMINDED = Duration.seconds(3);

    private record Loaded(Box box, List<Person> people) {}

    private final PageContext context;
    private final Texts texts;
    private final TimeFormatter times;
    private final AmountFormatter amounts;
    private final BoxTerm term;
    private final EntryId box;
    private final SheetHead head;
    private final Label until = Paragraph.muted("");
    private final Label count = Paragraph.plain("");
    private final TextButton remind;
    private final TextButton export;
    private final TextButton keepOpen;
    private final TextButton sure;
    private final TextButton askEnd;
    /// The same ones as long as the sheet is open, each in its place: what arrives takes none from under the mouse.
    private final ControlLine buttons;
    private final VBox lists = new VBox();
    private final VBox parts = new VBox(until, count);
    private final SheetScroll scroll;
    private final Refresh<Loaded> refresh;
    private final ConversationWatch watch;
    private final Subscription transfers;
    /// Whether the end of the box is asked for.
    private boolean asking;
    /// Runs while those who are missing are being reminded, or just were.
    private final PauseTransition pause = new PauseTransition(REMINDED);
    private @Nullable Loaded loaded;
    private String stateShown = "";
    private int linesLeft;

    /// @param close is run when the person at the screen is done with it
    public HandInSheet(PageContext context, InstantSource clock, EntryId box, Runnable close) {
        this.context = context;
        term = new BoxTerm(context, clock);
        this.box = box;
        texts = context.texts(HandInSheet.class);
        times = new TimeFormatter(context.language(), ZoneId.systemDefault());
        amounts = new AmountFormatter(context.language());
        head = new SheetHead("box-title", texts.get("close"), close);
        remind = button("box-remind", this::remind);
        export = button("box-export", this::export);
        keepOpen = button("box-close-no", () -> ask(false));
        sure = button("box-close-sure", this::closeBox);
        askEnd = button("box-close", () -> ask(true));
        buttons = new ControlLine(remind, export, keepOpen, sure, askEnd);
        buttons.getStyleClass().add("acts-buttons");
        Visibility.show(buttons, false); // until it is known who looks
        Visibility.show(count, false);
        lists.getStyleClass().add("acts-parts");
        parts.getChildren().addAll(buttons, lists);
        parts.getStyleClass().add("acts-parts");
        scroll = new SheetScroll(new VBox(head, parts), close, head::focus);
        scroll.getStylesheets().add(PollSheet.STYLES);
        refresh = new Refresh<>(context.background(), () -> {
            HandIns boxes = context.node().transfers().handIns();
            return new Loaded(boxes.box(box), boxes.people(box));
        }, this::show);
        watch = new ConversationWatch(context.node(), context.background(), _ -> refresh.changed(), refresh::changed);
        // one that was refused, or given up, changes no conversation
        transfers = context.node().watch().apply((event, _) -> {
            if (event instanceof NodeEvent.TransferFailed) refresh.changed();
        });
        context.time().whileShown(parts, this::look);
        pause.setOnFinished(_ -> {
            if (loaded != null) showButtons(loaded);
        });
    }

    /// Its end may have come.
    private void look() {
        if (loaded != null && !state(loaded.box()).equals(stateShown)) show(loaded);
    }

    private String state(Box shown) {
        return term.of(shown.what().until(), shown.isOpen());
    }

    private void show(Loaded now) {
        loaded = now;
        Box shown = now.box();
        head.show(PeerText.line(shown.what().title()));
        linesLeft = MessageSheet.LINES_MAX;
        stateShown = state(shown);
        until.setText(stateShown);
        boolean hadKeyboard = buttonWithKeyboard() != null;
        showButtons(now);
        var all = new ArrayList<Node>();
        if (shown.own()) {
            add(all, "box-have", now.people(), State.HANDED_IN);
            add(all, "box-coming", now.people(), State.UNDER_WAY);
            add(all, "box-missing", now.people(), State.MISSING);
        } else {
            for (Person each : now.people()) all.add(Paragraph.plain(mine(each)));
        }
        String keyboard = keyboard();
        lists.getChildren().setAll(all);
        scroll.filled();
        if (hadKeyboard && buttonWithKeyboard() == null) (keepOpen.isVisible() ? keepOpen : export).requestFocus();
        if (keyboard != null) giveKeyboard(keyboard);
    }

    private void showButtons(Loaded now) {
        Box shown = now.box();
        Visibility.show(buttons, shown.own());
        Visibility.show(count, shown.own());
        if (!shown.own()) return;
        long have = now.people().stream().filter(each -> each.state() == State.HANDED_IN).count();
        count.setText(texts.format("box.count", have, now.people().size()));
        remind.setDisable(pause.getStatus() == Animation.Status.RUNNING || have == now.people().size());
        Visibility.show(remind, shown.isOpen());
        Visibility.show(keepOpen, shown.isOpen() && asking);
        Visibility.show(sure, shown.isOpen() && asking);
        Visibility.show(askEnd, shown.isOpen() && !asking);
    }

    /// Which of the sheet's buttons has the keyboard, and is there.
    private @Nullable Node buttonWithKeyboard() {
        Scene scene = parts.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        return owner != null && owner.isVisible() && buttons.getChildren().contains(owner) ? owner : null;
    }

    /// The button in a row that has the keyboard; what arrives meanwhile must not take it away.
    private @Nullable String keyboard() {
        Scene scene = parts.getScene();
        Node owner = scene == null ? null : scene.getFocusOwner();
        return owner instanceof TextButton && lists.lookup("#" + owner.getId()) == owner ? owner.getId() : null;
    }

    private void giveKeyboard(String before) {
        Node same = lists.lookup("#" + before);
        (same == null ? export : same).requestFocus();
    }

    private String mine(Person me) {
        return switch (me.state()) {
            case HANDED_IN -> texts.format(me.receipts().getLast().late() ? "box.mine.late" : "box.mine.in",
                    times.whole(me.receipts().getLast().at()));
            case UNDER_WAY -> texts.get("box.mine.coming");
            case MISSING -> texts.get("box.mine.missing");
        };
    }

    /// The exported table has those who are only counted, too.
    private void add(List<Node> all, String id, List<Person> people, State state) {
        List<Person> those = people.stream().filter(each -> each.state() == state).toList();
        if (those.isEmpty()) return;
        var part = new SheetPart(id, texts.get("box." + state));
        int listed = Math.min(those.size(), linesLeft - linesBelow(people, state));
        linesLeft -= listed;
        for (Person each : those.subList(0, listed)) part.getChildren().add(row(each));
        if (listed < those.size()) {
            part.getChildren().add(Paragraph.muted(texts.format("message.more", those.size() - listed)));
        }
        all.add(part);
    }

    /// What the parts below this one need at least.
    private static int linesBelow(List<Person> people, State state) {
        int lines = 0;
        for (State below : State.values()) {
            if (below.compareTo(state) >= 0) continue; // the parts begin with the last state
            long those = people.stream().filter(each -> each.state() == below).count();
            lines += Math.toIntExact(Math.min(LINES_EACH, those));
        }
        return lines;
    }

    private Node row(Person person) {
        var said = Paragraph.plain(line(person));
        if (person.state() != State.HANDED_IN) return said;
        var show = new TextButton("box-show-" + person.peer().brief(), texts.get("box.show"), () -> show(person));
        show.setAccessibleText(texts.format("box.show.of", PeerText.person(person.name())));
        show.getStyleClass().add(Styles.SMALL);
        var row = new ControlLine(said, show);
        row.getStyleClass().add("acts-buttons");
        return row;
    }

    /// The newest files of this person, in the system's file manager.
    private void show(Person person) {
        String offer = person.receipts().getLast().offer();
        run(() -> context.node().transfers().held(offer), held -> {
            if (held.isEmpty()) {
                context.notices().problem(texts.format("box.show.gone", PeerText.person(person.name())));
            } else {
                context.navigation().showInFolder(held.getFirst());
            }
        });
    }

    private String line(Person person) {
        String name = PeerText.person(person.name());
        if (person.receipts().isEmpty()) return name;
        Receipt last = person.receipts().getLast();
        return texts.format(last.late() ? "box.person.late" : "box.person.in", name, times.whole(last.at()),
                amounts.bytes(last.bytes()));
    }

    private TextButton button(String id, Runnable action) {
        var button = new TextButton(id, texts.get(id.replace("box-", "box.")), action);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void ask(boolean now) {
        asking = now;
        refresh.changed();
    }

    /// In the language of the window: the others read it as a message from this user.
    private void remind() {
        if (loaded == null) return;
        String title = loaded.box().what().title();
        Instant end = loaded.box().what().until();
        String words = term.isOver(end)
                ? texts.plain("box.reminder.late", title)
                : texts.plain("box.reminder", title, times.whole(end));
        pause.playFromStart();
        showButtons(loaded);
        run(() -> context.node().transfers().handIns().remind(box, words),
                number -> context.notices().done(texts.format("box.reminded", number)));
    }

    private void closeBox() {
        run(() -> context.node().chats().acts().close(box), _ -> ask(false));
    }

    private void export() {
        if (loaded == null) return;
        Box shown = loaded.box();
        var chooser = new FileChooser();
        chooser.setTitle(texts.get("box.export"));
        chooser.setInitialFileName(fileName(shown));
        File chosen = chooser.showSaveDialog(scroll.getScene().getWindow());
        if (chosen != null) write(shown, chosen.toPath());
    }

    /// Each box proposes a file of its own.
    static String fileName(Box of) {
        return PeerText.fileName(of.what().title(), "hand-ins") + ".csv";
    }

    /// The system's chooser asked before a file is replaced.
    void write(Box shown, Path file) {
        context.background().run(() -> {
            String table = context.node().transfers().handIns().table(shown.id());
            ExportFile.replace(file, table);
            return file;
        }, written -> context.notices().done(texts.format("box.exported", PeerText.line(written.toString()))),
                why -> context.notices().problem(ErrorMessages.unwritten(context.language(), file, why)));
    }

    private <T> void run(Callable<T> step, Consumer<T> done) {
        context.background()
                .run(step, done,
                        why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        pause.stop();
        refresh.close();
        watch.close();
        transfers.close();
    }
}
