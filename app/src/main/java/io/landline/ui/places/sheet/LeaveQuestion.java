package io.landline.ui.places.sheet;

import io.landline.language.Texts;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.ui.control.TextButton;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import javafx.scene.Node;

/// Asks in place whether a room is to be left. JavaFX thread.
public final class LeaveQuestion {
    private final QuestionPopOver popOver;

    public LeaveQuestion(PageContext context, Conversation room, Runnable leave) {
        Texts texts = context.texts(LeaveQuestion.class);
        popOver = new QuestionPopOver(texts.format("leave.ask", PeerText.title(room.title(), true)),
                texts.get(room.kind() == Kind.OPEN_ROOM ? "leave.meaning-open" : "leave.meaning"),
                new TextButton("leave-yes", texts.get("leave.do")), new TextButton("leave-no", texts.get("leave.no")),
                leave);
    }

    public void showAt(Node owner) {
        popOver.showAt(owner);
    }
}
