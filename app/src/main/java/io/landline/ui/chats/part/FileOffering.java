package io.landline.ui.chats.part;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.language.Texts;
import io.landline.node.port.Chats;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.PeerText;
import java.nio.file.Path;
import java.util.List;

/// Offers files and folders in the background, and says what of them was left out. JavaFX thread.
public final class FileOffering {
    /// More names would make the notice a list.
    static final int NAMED_MAX = 3;
    /// Of a path that is longer the end is said.
    private static final int PATH_CHARACTERS_MAX = 48;

    /// The notice that nothing was offered: it goes once something is.
    public static final Object NOT_OFFERED = new Object();

    private final PageContext context;
    private final Texts texts;

    public FileOffering(PageContext context) {
        this.context = context;
        texts = context.texts(FileOffering.class);
    }

    /// @param done is run when the offer is made
    public void offer(String conversation, List<Path> items, Runnable done) {
        Chats chats = context.node().chats();
        context.background().run(() -> chats.send(conversation, FilesToSend.of(items)), sent -> {
            context.notices().over(NOT_OFFERED);
            done.run();
            tell(sent);
        }, why -> context.notices().problem(NOT_OFFERED, ErrorMessages.sentence(context.language(), why)));
    }

    /// Says what an offer lacks, if anything. It stays until it is closed: nobody else can tell the user.
    public void tell(Chats.Sent sent) {
        if (sent.leftOut().count() > 0) context.notices().problem(sentence(sent.leftOut()));
    }

    private String sentence(LeftOut leftOut) {
        List<String> named = leftOut.named().stream().limit(NAMED_MAX).map(this::named).toList();
        String list = texts.list(named);
        long more = leftOut.count() - named.size();
        if (more > 0) list = texts.format("left-out.more", list, more);
        return texts.format("left-out", leftOut.count(), list);
    }

    private String named(LeftOut.One one) {
        return texts.format("left-out.one", PeerText.line(shortened(one.path())), texts.get(switch (one.why()) {
            case LINK -> "left-out.link";
            case SPECIAL -> "left-out.special";
            case GENERATED -> "left-out.generated";
            case UNREADABLE -> "left-out.unreadable";
            case TOO_DEEP -> "left-out.too-deep";
            case UNFINISHED -> "left-out.unfinished";
            case PROFILE -> "left-out.profile";
        }));
    }

    /// The end of a path tells more than its beginning.
    private static String shortened(String path) {
        if (path.codePointCount(0, path.length()) <= PATH_CHARACTERS_MAX) return path;
        return "…" + path.substring(path.offsetByCodePoints(path.length(), 1 - PATH_CHARACTERS_MAX));
    }
}
