package io.landline.cli.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.ShownMessages;
import io.landline.cli.terminal.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// What a chat in a pipe shows of what comes in.
class PipedChatTest extends ChatOnALine {
    /// It ends once the chat has seen all events.
    private static InputStream endingWith(CountDownLatch end) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    end.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                return -1;
            }
        };
    }

    /// It came between the first look for events and the answer. What is shown has the words that it answers asked for.
    @Test
    void whatTheHistoryHasShownIsNotShownAgain() throws Exception {
        JsonObject message = said("#class", "Bob", "hello");
        message.addProperty("id", "0d");
        message.addProperty("reply", "0a");
        var seen = new CountDownLatch(1);
        node.idle = seen::countDown;
        node.events.add(message);
        new PipedChat(node, new Terminal(false, Terminal.Colour.NEVER), "#class", null, new ShownMessages(),
                endingWith(seen)).run("#class", List.of(message));
        assertEquals(List.of(), node.did("words"));
    }
}
