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

/// One page of HTML that needs nothing else: no script, no link, nothing that is loaded, and a policy that forbids all
/// of these. What people wrote is escaped; each text has its own direction.
final class HtmlDocument implements ExportDocument {
    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 16px/1.4 system-ui, sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; }
            article { border: 1px solid #8886; border-radius: 8px; padding: .4em .8em; margin: .5em 3em .5em 0; }
            article.own { margin: .5em 0 .5em 3em; background: #4a90d922; }
            h2 { font-size: 1em; margin: 0; }
            h2 time, .about { font-weight: normal; opacity: .7; }
            p, blockquote, ul { margin: .2em 0; overflow-wrap: anywhere; }
            p, blockquote { white-space: pre-wrap; }
            blockquote { border-left: 3px solid #8886; padding-left: .6em; opacity: .8; }
            .mark { font-style: italic; opacity: .7; }
            </style>
            </head>
            <body>
            """;

    private final Head head;
    private final Words words;
    private final String colon;

    HtmlDocument(Head head) {
        this.head = head;
        words = head.words();
        colon = ExportText.colon(words);
    }

    @Override
    public void begin(StringBuilder out) {
        String title = escaped(ExportText.title(head));
        out.append(HEAD.formatted(escaped(words.language()), title));
        out.append("<h1><bdi>").append(title).append("</bdi></h1>\n");
        out.append("<p class=\"about\">").append(escaped(words.exported())).append(' ');
        out.append(ExportText.time(head.at(), head.zone())).append("</p>\n");
    }

    @Override
    public void add(StringBuilder out, TimelineItem item, boolean first) {
        out.append(item.own() ? "<article class=\"own\">\n<h2>" : "<article>\n<h2>");
        out.append(name(item.own(), item.name())).append(" <time datetime=\"").append(item.written()).append("\">");
        out.append(ExportText.time(item.written(), head.zone())).append("</time></h2>\n");
        switch (item) {
            case Text said -> {
                if (said.quote() != null) quote(out, said.quote());
                paragraph(out, said.text());
                if (said.edits() > 0) mark(out, words.remarks().edited());
            }
            case Deleted _ -> mark(out, words.absent().deleted());
            case Offer offer -> {
                mark(out, ExportText.files(offer, words));
                out.append("<ul>\n");
                for (String file : offer.names()) entry(out, isolated(file));
                out.append("</ul>\n");
            }
            case PollItem poll -> {
                mark(out, words.poll() + (poll.closed() ? " (" + words.closed() + ")" : ""));
                paragraph(out, poll.question());
                out.append("<ul>\n");
                for (Option option : poll.options()) {
                    entry(out, isolated(option.text()) + (ExportText.tells(poll) ? colon + option.people() : ""));
                }
                out.append("</ul>\n");
            }
            case BoxItem box -> {
                mark(out, words.box() + (box.closed() ? " (" + words.closed() + ")" : ""));
                paragraph(out, box.what().title());
            }
            case NewWords _ -> mark(out, words.newWords());
            case Unknown _ -> throw new IllegalArgumentException("what nobody can read is not exported");
        }
        if (item.head().marks().forked()) mark(out, words.remarks().forked());
        reactions(out, item);
        out.append("</article>\n");
    }

    private void reactions(StringBuilder out, TimelineItem item) {
        if (item.head().reactions().isEmpty()) return;
        out.append("<ul>\n");
        for (ExportedReaction reaction : ExportedReaction.of(item)) {
            var people = new StringBuilder(isolated(reaction.emoji()));
            if (reaction.own()) people.append(' ').append(person(head.self()));
            for (String other : reaction.people()) people.append(' ').append(person(other));
            if (reaction.more() > 0) people.append(' ').append(reaction.moreInWords());
            entry(out, people.toString());
        }
        out.append("</ul>\n");
    }

    private void quote(StringBuilder out, Quote quote) {
        out.append("<blockquote dir=\"auto\">");
        String absent = words.absent().inPlaceOf(quote);
        if (absent != null) {
            out.append(escaped(absent));
        } else {
            out.append(name(quote.own(), quote.name())).append(colon).append(text(quote.text()));
        }
        out.append("</blockquote>\n");
    }

    private static void paragraph(StringBuilder out, String text) {
        out.append("<p dir=\"auto\">").append(text(text)).append("</p>\n");
    }

    private static void mark(StringBuilder out, String words) {
        out.append("<p class=\"mark\">").append(escaped(words)).append("</p>\n");
    }

    private static void entry(StringBuilder out, String html) {
        out.append("<li>").append(html).append("</li>\n");
    }

    private String name(boolean own, String name) {
        return person(own ? head.self() : name);
    }

    private static String person(String name) {
        return "<bdi>" + escaped(ExportText.person(name)) + "</bdi>";
    }

    private static String isolated(String text) {
        return "<bdi>" + escaped(ExportText.name(text)) + "</bdi>";
    }

    private static String text(String text) {
        return escaped(String.join("\n", ExportText.lines(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    @Override
    public void end(StringBuilder out) {
        out.append("</body>\n</html>\n");
    }
}
