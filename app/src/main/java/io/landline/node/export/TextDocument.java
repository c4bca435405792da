package io.landline.node.export;

import io.landline.node.port.ChatHistory.Words;
import io.landline.node.port.Quote;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.BoxItem;
import io.landline.node.port.TimelineItem.Deleted;
import io.landline.node.port.TimelineItem.NewWords;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.node.port.TimelineItem.Text;
import io.landline.node.port.TimelineItem.Unknown;
import java.util.ArrayList;

/// Plain text: a line of time and author, below it the message. Its lines are indented, so no message looks like the
/// line of another author.
final class TextDocument implements ExportDocument {
    private static final String INDENT = "    ";

    private final Head head;
    private final Words words;
    private final String colon;

    TextDocument(Head head) {
        this.head = head;
        words = head.words();
        colon = ExportText.colon(words);
    }

    @Override
    public void begin(StringBuilder out) {
        out.append(ExportText.title(head)).append('\n');
        out.append(words.exported()).append(' ').append(ExportText.time(head.at(), head.zone())).append("\n");
    }

    @Override
    public void add(StringBuilder out, TimelineItem item, boolean first) {
        String name = item.own() ? head.self() : item.name();
        out.append('\n').append(ExportText.time(item.written(), head.zone())).append("  ");
        out.append(ExportText.person(name)).append('\n');
        switch (item) {
            case Text said -> {
                if (said.quote() != null) quote(out, said.quote());
                lines(out, INDENT, said.text());
                if (said.edits() > 0) line(out, "(" + words.remarks().edited() + ")");
            }
            case Deleted _ -> line(out, "(" + words.absent().deleted() + ")");
            case Offer offer -> {
                line(out, ExportText.files(offer, words));
                for (String file : offer.names()) line(out, "- " + ExportText.name(file));
            }
            case PollItem poll -> poll(out, poll);
            case BoxItem box -> {
                line(out, words.box() + (box.closed() ? " (" + words.closed() + ")" : "") + colon.stripTrailing());
                lines(out, INDENT, box.what().title());
            }
            case NewWords _ -> line(out, "(" + words.newWords() + ")");
            case Unknown _ -> throw new IllegalArgumentException("what nobody can read is not exported");
        }
        if (item.head().marks().forked()) line(out, "(" + words.remarks().forked() + ")");
        for (ExportedReaction reaction : ExportedReaction.of(item)) {
            line(out, ExportText.name(reaction.emoji()) + " " + people(reaction));
        }
    }

    private void poll(StringBuilder out, PollItem poll) {
        line(out, words.poll() + (poll.closed() ? " (" + words.closed() + ")" : "") + colon.stripTrailing());
        lines(out, INDENT, poll.question());
        for (Option option : poll.options()) {
            line(out, "- " + ExportText.name(option.text()) + (ExportText.tells(poll) ? colon + option.people() : ""));
        }
    }

    private void quote(StringBuilder out, Quote quote) {
        String name = quote.own() ? head.self() : quote.name();
        String absent = words.absent().inPlaceOf(quote);
        String text = absent == null ? quote.text() : "(" + absent + ")";
        lines(out, INDENT + "> ", (name.isEmpty() ? "" : ExportText.person(name) + colon) + text);
    }

    private String people(ExportedReaction reaction) {
        var people = new ArrayList<String>();
        if (reaction.own()) people.add(ExportText.person(head.self()));
        for (String each : reaction.people()) people.add(ExportText.person(each));
        if (reaction.more() > 0) people.add(reaction.moreInWords());
        return String.join(", ", people);
    }

    private static void lines(StringBuilder out, String before, String text) {
        for (String line : ExportText.lines(text)) out.append(before).append(line).append('\n');
    }

    private static void line(StringBuilder out, String line) {
        out.append(INDENT).append(line).append('\n');
    }

    @Override
    public void end(StringBuilder out) {}
}
