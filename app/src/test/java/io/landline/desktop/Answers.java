package io.landline.desktop;

import io.landline.testing.Patience;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// What the desktop answers to notifications, in its order.
final class Answers implements DesktopNotifications.Listener {
    final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();

    @Override
    public void opened(String subject) {
        told.add("opened " + subject);
    }

    @Override
    public void replied(String subject, String text) {
        told.add("replied " + subject + " " + text);
    }

    @Override
    public void gone(String subject) {
        told.add("gone " + subject);
    }

    String next() throws InterruptedException {
        return RecordingServer.present(told.poll(Patience.SECONDS, TimeUnit.SECONDS), "nothing was told");
    }
}
