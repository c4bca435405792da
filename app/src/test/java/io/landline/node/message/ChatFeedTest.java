package io.landline.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.ConversationListener;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChatFeedTest {
    private static Set<String> methods(Class<?> of) {
        return Arrays.stream(of.getDeclaredMethods())
                .filter(each -> !each.isSynthetic())
                .map(Method::getName)
                .collect(Collectors.toSet());
    }

    @Test
    void allThatHappensInConversationsIsPassedOn() {
        Set<String> heard = methods(ConversationListener.class);
        heard.removeAll(methods(ChatFeed.class));
        assertEquals(Set.of(), heard);
    }
}
