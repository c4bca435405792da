package io.landline.ui.text;

import io.landline.language.Language;
import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.Reason;
import java.io.IOException;
import java.nio.file.Path;

/// What went wrong, as a sentence in the window's language. Stateless; any thread.
public final class ErrorMessages {
    private static final System.Logger LOG = System.getLogger(ErrorMessages.class.getName());

    private ErrorMessages() {}

    /// By the reason of what was refused (`reason.BOX_CLOSED` …), else by its code (`problem.no-file` …); anything else
    /// is our fault, is logged, and says so.
    public static String sentence(Language language, Exception exception) {
        Texts texts = Texts.beside(ErrorMessages.class, language);
        if (exception instanceof CommandException refused) {
            Path file = refused.file();
            if (file != null) return texts.format("problem.no-file.named", PeerText.line(file.toString()));
            Reason reason = refused.reason();
            String key = reason == null ? "problem." + refused.code().text() : "reason." + reason.name();
            return texts.has(key) ? texts.get(key) : String.valueOf(refused.getMessage());
        }
        LOG.log(System.Logger.Level.ERROR, "something that the window asked for failed", exception);
        return texts.get("problem.unforeseen");
    }

    /// Why a file could not be written, under the name that the user chose: while it is made it has another one.
    public static String unwritten(Language language, Path file, Exception exception) {
        return exception instanceof IOException
                ? Texts.beside(ErrorMessages.class, language).format("unwritten", PeerText.line(file.toString()))
                : sentence(language, exception);
    }
}
