package io.landline.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.desktop.DesktopNotifications.Content;
import io.landline.desktop.DesktopNotifications.Labels;
import io.landline.testing.Patience;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Without a screen, which is all that a test has: what is shown where there is one was not seen by any.
class AwtNotificationsTest {
    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final DesktopNotifications.Listener listener = new DesktopNotifications.Listener() {
        @Override
        public void opened(String subject) {
            told.add("opened " + subject);
        }

        @Override
        public void replied(String subject, String text) {
            told.add("replied " + subject);
        }

        @Override
        public void gone(String subject) {
            told.add("gone " + subject);
        }
    };
    private final AwtNotifications notifications = new AwtNotifications(List.of(), listener);

    @Test
    void whereThereIsNoTrayItDoesNotStandOnTheScreen() throws InterruptedException {
        for (int i = 0; i < 2; i++) {
            notifications.show(new Content("#class", "Ada", "hello", true, new Labels("Open", "Reply")));
            assertEquals("gone #class", told.poll(Patience.SECONDS, TimeUnit.SECONDS), "the next one counts from one");
        }
        notifications.takeBack("#class");
        notifications.close();
        notifications.show(new Content("#class", "Ada", "too late", true, new Labels("Open", "Reply")));
        assertTrue(told.isEmpty());
    }

    /// As where the system ends the process, on a thread of its own, while a message comes in.
    @Test
    void aNotificationThatMeetsTheEndIsDropped() {
        var endsFirst = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            public void execute(Runnable work) {
                shutdown();
                super.execute(work);
            }
        };
        try (var ending = new AwtNotifications(List.of(), listener, endsFirst)) {
            ending.show(new Content("#class", "Ada", "too late", true, new Labels("Open", "Reply")));
            assertTrue(endsFirst.isShutdown());
        }
        assertTrue(told.isEmpty());
    }

    @Test
    void whatWasNeverUsedEndsWithoutStartingAnything() {
        notifications.takeBack("#class");
        notifications.close();
        assertTrue(told.isEmpty());
    }
}
