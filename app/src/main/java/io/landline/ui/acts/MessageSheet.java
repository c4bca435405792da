package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.MessageActs.Version;
import io.landline.node.port.MessageActs.Voter;
import io.landline.node.port.MessageActs.Votes;
import io.landline.node.port.MessageNotes.Receiver;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.ui.acts.MessageViewModel.Shown;
import io.landline.ui.control.Paragraph;
import io.landline.ui.page.PageContext;
import io.landline.ui.sheet.Sheet;
import io.landline.ui.sheet.SheetHead;
import io.landline.ui.sheet.SheetPart;
import io.landline.ui.sheet.SheetScroll;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.TimeFormatter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What became of a message, over the page: who answered a poll, who saw the message, which computers have it and since
/// when, who waits for it, and what it said before its author changed it. JavaFX thread.
public final class MessageSheet implements Sheet {
    /// Of each text; more than this hides the other ones.
    private static final int VERSION_CHARACTERS_MAX = 1_200;
    /// Lines of the sheet, of all parts together. One member may vote under hundreds of identities, and a thousand
    /// labels stop the window for seconds.
    static final int LINES_MAX = 400;

    private final Texts texts;
    private final TimeFormatter times;
    private final MessageViewModel model;
    private final TimelineItem item;
    private final VBox parts = new VBox();
    private int linesLeft;
    private final SheetScroll scroll;

    /// @param close is run when the person at the screen is done with it
    public MessageSheet(PageContext context, String conversation, TimelineItem item, Runnable close) {
        texts = context.texts(MessageSheet.class);
        times = new TimeFormatter(context.language(), ZoneId.systemDefault());
        this.item = item;
        model = new MessageViewModel(context, conversation, item);
        ItemLine line = ItemLine.of(context);
        var head = new SheetHead("message-title", texts.get("close"), close);
        head.show(texts.get("message.title"));
        parts.getStyleClass().add("acts-parts");
        var content = new VBox(head, Paragraph.muted(line.about(item)), Paragraph.plain(line.words(item)), parts);
        scroll = new SheetScroll(content, close, head::focus);
        scroll.getStylesheets().add(PollSheet.STYLES);
        model.shown().subscribe(this::show);
    }

    private void show(@Nullable Shown now) {
        if (now == null) return;
        var all = new ArrayList<Node>();
        linesLeft = LINES_MAX;
        if (item instanceof PollItem poll) {
            for (int i = 0; i < poll.options().size(); i++) addVoters(all, poll, i, now.votes().voters());
            add(all, "message-silent", texts.get("message.silent"), silent(now.votes()), Function.identity());
        }
        if (item.own()) {
            add(all, "message-read", texts.get("message.read"), now.read(), this::read);
            add(all, "message-delivered", texts.get("message.delivered"), now.delivered(), this::delivered);
            add(all, "message-waiting", texts.get("message.waiting"), now.waiting(), MessageSheet::name);
            if (all.isEmpty()) all.add(Paragraph.plain(texts.get("message.nobody")));
        }
        add(all, "message-versions", texts.get("message.versions"), now.versions(), this::version);
        parts.getChildren().setAll(all);
        scroll.filled();
    }

    /// Who chose this option. More may have been counted at the end than votes are here.
    private void addVoters(List<Node> all, PollItem poll, int option, List<Voter> voters) {
        Option asked = poll.options().get(option);
        List<Voter> chose = voters.stream().filter(each -> each.choices().contains(option)).toList();
        add(all, "message-option-" + option,
                texts.format("message.option", PeerText.excerpt(asked.text()),
                        poll.closed() ? asked.people() : chose.size()),
                chose,
                each -> each.own() ? texts.get("item.you") : PeerText.person(each.name()));
    }

    /// This user first; nobody where nobody voted.
    private List<String> silent(Votes votes) {
        if (votes.voters().isEmpty()) return List.of();
        return votes.silent()
                .stream()
                .sorted(Comparator.comparing(each -> !each.own()))
                .map(each -> each.own() ? texts.get("item.you") : PeerText.person(each.name()))
                .toList();
    }

    private <T> void add(List<Node> all, String id, String heading, List<T> lines, Function<T, String> words) {
        if (lines.isEmpty()) return;
        var part = new SheetPart(id, heading);
        int shown = Math.min(lines.size(), linesLeft);
        linesLeft -= shown;
        for (T each : lines.subList(0, shown)) part.getChildren().add(Paragraph.plain(words.apply(each)));
        if (shown < lines.size()) {
            part.getChildren().add(Paragraph.muted(texts.format("message.more", lines.size() - shown)));
        }
        all.add(part);
    }

    private String read(Receiver person) {
        return at(PeerText.person(person.name()), person.read());
    }

    private String delivered(Receiver person) {
        return at(PeerText.person(person.name()), person.delivered());
    }

    private static String name(Contact person) {
        return PeerText.person(person.name());
    }

    /// Without a time where none is known.
    private String at(String name, @Nullable Instant moment) {
        return moment == null ? name : texts.format("message.at", name, times.whole(moment));
    }

    private String version(Version version) {
        return texts.format("message.version", times.whole(version.written()),
                PeerText.block(PeerText.shortened(version.text(), VERSION_CHARACTERS_MAX)));
    }

    @Override
    public SheetScroll view() {
        return scroll;
    }

    @Override
    public void close() {
        model.close();
    }
}
