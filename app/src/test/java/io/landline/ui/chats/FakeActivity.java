package io.landline.ui.chats;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.node.port.Activity;
import io.landline.node.port.Subscription;
import io.landline.peer.Fingerprint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people do, as a test says it; notes what this user did.
public final class FakeActivity implements Activity {
    public final Map<String, List<Typist>> typists = new HashMap<>();
    public final Map<Fingerprint, Seen> seen = new HashMap<>();
    public final List<String> typed = new ArrayList<>();
    public boolean shared = true;
    private final List<Runnable> watchers = new ArrayList<>();
    private PersonStatus own = PersonStatus.NONE;

    @Override
    public PersonStatus own() {
        return own;
    }

    @Override
    public void say(State state, String text) {
        own = new PersonStatus(state, text, false);
        List.copyOf(watchers).forEach(Runnable::run);
    }

    @Override
    public Subscription watchOwn(Runnable said) {
        watchers.add(said);
        return () -> watchers.remove(said);
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public void share(boolean now) {
        shared = now;
    }

    @Override
    public void typing(String to) {
        typed.add(to);
    }

    @Override
    public List<Typist> typists(String conversation) {
        return typists.getOrDefault(conversation, List.of());
    }

    @Override
    public Seen of(Fingerprint peer) {
        return seen.getOrDefault(peer, new Seen(PersonStatus.NONE, null));
    }
}
