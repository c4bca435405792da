package io.landline.ui.chats.menu;

import io.landline.chat.TimelinePosition;
import io.landline.language.Texts;
import io.landline.node.export.ExportFile;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.ChatHistory.Absent;
import io.landline.node.port.ChatHistory.Format;
import io.landline.node.port.ChatHistory.Part;
import io.landline.node.port.ChatHistory.Remarks;
import io.landline.node.port.ChatHistory.Words;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.CommandException;
import io.landline.ui.chats.part.ChatsContext;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Writes a conversation into a file that the user names, in the place of one that is there: the system's chooser
/// asked. JavaFX thread.
final class ExportMenu {
    private final PageContext context;
    private final Texts texts;

    ExportMenu(ChatsContext context) {
        this.context = context.page();
        texts = context.texts();
    }

    /// @param owner is what the menu belongs to
    Menu of(Conversation of, Node owner) {
        var menu = new Menu(texts.get("export"));
        menu.setId("export");
        menu.setMnemonicParsing(false);
        for (Format format : Format.values()) menu.getItems().add(item(of, format, owner));
        return menu;
    }

    private MenuItem item(Conversation of, Format format, Node owner) {
        String word = format.name().toLowerCase(Locale.ROOT);
        String label = texts.get("export." + word);
        return ConversationMenu.item("export-" + word, label, () -> {
            var chooser = new FileChooser();
            chooser.setTitle(texts.get("export"));
            chooser.setInitialFileName(fileName(of.title(), format));
            File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
            if (chosen != null) write(of.key(), format, chosen.toPath());
        });
    }

    static String fileName(String title, Format format) {
        String end = switch (format) {
            case TEXT -> ".txt";
            case JSON -> ".json";
            case HTML -> ".html";
        };
        return PeerText.fileName(title, "landline") + end;
    }

    /// The system's chooser asked before a file is replaced.
    void write(String key, Format format, Path file) {
        Words words = words();
        context.background().run(() -> {
            ExportFile.replace(file, new Parts(context.node().chats().history(),
                    (history, after) -> history.export(key, format, words, after)));
            return file;
        }, written -> context.notices().done(texts.format("export.done", PeerText.line(written.toString()))),
                why -> context.notices().problem(ErrorMessages.unwritten(context.language(), file, why)));
    }

    private Words words() {
        Function<String, String> word = key -> texts.get("export.word." + key);
        return new Words(context.language().tag(), word.apply("exported"),
                new Absent(word.apply("deleted"), word.apply("missing")),
                new Remarks(word.apply("edited"), word.apply("forked")), word.apply("files"), word.apply("poll"),
                word.apply("closed"),
                word.apply("newWords"),
                word.apply("box"));
    }

    private interface Question {
        Part ask(ChatHistory history, @Nullable TimelinePosition after) throws CommandException;
    }

    /// Asks for one part after the other. One thread.
    private static final class Parts implements ExportFile.Source<CommandException> {
        private final ChatHistory history;
        private final Question question;
        private @Nullable TimelinePosition after;
        private boolean more = true;

        Parts(ChatHistory history, Question question) {
            this.history = history;
            this.question = question;
        }

        @Override
        public @Nullable String next() throws CommandException {
            if (!more) return null;
            Part part = question.ask(history, after);
            after = part.next();
            more = after != null;
            return part.text();
        }
    }
}
