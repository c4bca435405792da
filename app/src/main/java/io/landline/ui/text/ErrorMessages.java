package io.landline.ui.text;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.NodeEnd;
import io.landline.node.conversation.DatabaseAccess;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.Reason;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What went wrong, as a sentence in the window's language. Stateless; any thread.
public final class ErrorMessages {
    private static final System.Logger LOG = System.getLogger(ErrorMessages.class.getName());

    private ErrorMessages() {}

    /// By the reason of what was refused (`reason.BOX_CLOSED` …), else by its code (`problem.no-file` …). What the disk
    /// refuses, and what comes while the node ends, has the code that a program would get. Anything else is our fault,
    /// is logged, and says so.
    public static String sentence(Language language, Exception exception) {
        Texts texts = Texts.beside(ErrorMessages.class, language);
        if (exception instanceof CommandException refused) {
            Path file = refused.file();
            if (file != null) return texts.format("problem.no-file.named", PeerText.line(file.toString()));
            Reason reason = refused.reason();
            String key = reason == null ? "problem." + refused.code().text() : "reason." + reason.name();
            return texts.has(key) ? texts.get(key) : String.valueOf(refused.getMessage());
        }
        Code code = codeOf(exception);
        LOG.log(code == null ? System.Logger.Level.ERROR : System.Logger.Level.WARNING,
                "something that the window asked for failed", exception);
        if (code != null) return texts.get("problem." + code.text());
        return texts.get("problem.unforeseen");
    }

    private static @Nullable Code codeOf(Exception exception) {
        if (!(exception instanceof RuntimeException failure)) return null;
        if (DatabaseAccess.isRefusal(failure)) return Code.STORAGE;
        return NodeEnd.isWhy(failure) ? Code.NODE_GONE : null;
    }

    /// Why a file could not be written, under the name that the user chose: while it is made it has another one.
    public static String unwritten(Language language, Path file, Exception exception) {
        return exception instanceof IOException
                ? Texts.beside(ErrorMessages.class, language).format("unwritten", PeerText.line(file.toString()))
                : sentence(language, exception);
    }
}
