package io.landline.cli.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.EventFields;
import io.landline.cli.terminal.HistoryFormatter;
import io.landline.cli.terminal.NameColours;
import io.landline.cli.terminal.PersonFormatter;
import io.landline.cli.terminal.TextRows;
import io.landline.lab.Escapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// What a chat prints above the line that is typed: messages with the name in its colour, and lines of less weight.
/// They are collected, and printed at once. Confined to the main thread.
final class PrintedLines {
    /// A flood redraws the line that is typed once for all of these.
    private static final int AT_ONCE = 100;

    private static final AttributedString LINE_END = new AttributedString("\n");
    private static final AttributedString INDENT = new AttributedString(TextRows.INDENT);

    private final EditedLine editor;
    private final List<AttributedString> lines = new ArrayList<>();

    PrintedLines(EditedLine editor) {
        this.editor = editor;
    }

    /// Whether they are to be printed before more is taken.
    boolean isFull() {
        return lines.size() >= AT_ONCE;
    }

    /// @param told what an event or the history says, with the words that it answers
    void message(String when, JsonObject told) {
        var line = new AttributedStringBuilder();
        line.styled(style(AttributedStyle.DEFAULT.faint()), when).append("  ");
        name(line, EventFields.text(told, "name"), EventFields.text(told, "author"));
        line.append(HistoryFormatter.answered(told)).append(": ").append(HistoryFormatter.said(told));
        lines.add(line.toAttributedString());
    }

    /// @param peer as `peers` lists it
    void person(JsonObject peer) {
        String fingerprint = EventFields.text(peer, "peer");
        var line = new AttributedStringBuilder();
        name(line, EventFields.text(peer, "name"), fingerprint);
        line.append("  ").append(EventFields.brief(fingerprint));
        String said = PersonFormatter.status(peer);
        if (!said.isEmpty()) line.append("  ").append(said);
        for (JsonElement room : peer.getAsJsonArray("joined")) {
            line.append("  ").append(Escapes.line(room.getAsString()));
        }
        lines.add(line.toAttributedString());
    }

    /// Why the node did not do it.
    void problem(JsonObject failed) {
        aside(Escapes.line(CommandTexts.inThisLanguage(EventFields.text(failed, "message"))));
    }

    /// A line of less weight.
    ///
    /// @param text harmless on a terminal
    void aside(String text) {
        lines.add(new AttributedString(text, style(AttributedStyle.DEFAULT.faint())));
    }

    /// False where there was nothing to print.
    boolean print() {
        if (lines.isEmpty()) return false;
        editor.print(AttributedString.join(LINE_END, lines.stream().flatMap(this::rows).toList()));
        lines.clear();
        return true;
    }

    /// Of the lines of one message, broken as wide as the terminal is now.
    private Stream<AttributedString> rows(AttributedString lines) {
        var rows = new ArrayList<AttributedString>();
        int columns = editor.columns();
        for (AttributedString line : lines.columnSplitLength(Integer.MAX_VALUE)) {
            for (TextRows.Row each : TextRows.rows(line.toString(), columns)) {
                AttributedString row = line.subSequence(each.from(), each.to());
                rows.add(each.from() == 0 ? row : AttributedString.join(AttributedString.EMPTY, INDENT, row));
            }
        }
        return rows.stream();
    }

    private void name(AttributedStringBuilder line, String name, String fingerprint) {
        int colours = editor.colours();
        AttributedStyle style = colours == 0
                ? AttributedStyle.DEFAULT
                : AttributedStyle.BOLD.foreground(NameColours.of(fingerprint, colours));
        line.styled(style, EventFields.personName(name));
    }

    private AttributedStyle style(AttributedStyle style) {
        return editor.colours() == 0 ? AttributedStyle.DEFAULT : style;
    }
}
