package io.landline.node.network;

import io.landline.chat.ConversationListener;
import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.chat.sync.Conversations;
import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.port.Activity;
import io.landline.node.port.CommandException;
import io.landline.node.port.NodeEvent.StatusChanged;
import io.landline.node.port.NodeEvent.Typing;
import io.landline.node.port.Subscription;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.ConversationLabels;
import io.landline.node.room.ConversationResolver;
import io.landline.node.room.ConversationResolver.Addressee;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// What people do now, as sessions tell it, and when they were last seen ([LastSeen]). The lock is held for a few
/// assignments. Any thread.
public final class NodeActivity implements Activity, ConversationListener {
    /// Who types in a conversation.
    ///
    /// @param label under which it was said; the end is said under the same, also where the room was left meanwhile
    private record Typists(String label, Set<Fingerprint> people) {}

    private final Conversations conversations;
    private final ConversationLabels labels;
    private final PeerNames names;
    private final OpenProfile profile;
    private final EventBus events;
    private final Map<ConversationId, Typists> typists = new HashMap<>();
    private final Map<Fingerprint, PersonStatus> statuses = new HashMap<>();
    private final LastSeen lastSeen;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
    private PersonStatus own = PersonStatus.NONE;
    private final ConversationResolver resolver;

    public NodeActivity(Conversations conversations, ConversationLabels labels, PeerNames names, OpenProfile profile,
            EventBus events, LastSeen lastSeen, ConversationResolver resolver) {
        this.conversations = conversations;
        this.labels = labels;
        this.names = names;
        this.profile = profile;
        this.events = events;
        this.lastSeen = lastSeen;
        this.resolver = resolver;
        conversations.shareActivity(isShared());
    }

    @Override
    public void typing(ConversationId conversation, Fingerprint peer, boolean types) {
        // nobody wrote there yet, perhaps: then the direct conversation is not known by its id
        boolean direct = conversation.equals(ConversationId.direct(profile.identity().fingerprint(), peer));
        String now = direct ? peer.hex() : labels.label(conversation);
        String label;
        synchronized (this) {
            Typists known = typists.computeIfAbsent(conversation, _ -> new Typists(now, new LinkedHashSet<>()));
            if (types) {
                known.people.add(peer);
            } else {
                known.people.remove(peer);
            }
            if (known.people.isEmpty()) typists.remove(conversation);
            label = known.label;
        }
        events.publish(new Typing(label, peer, names.name(peer), types));
    }

    @Override
    public void status(Fingerprint peer, PersonStatus status) {
        synchronized (this) {
            if (status.equals(PersonStatus.NONE)) {
                statuses.remove(peer);
            } else {
                statuses.put(peer, status);
                lastSeen.hides(peer, status.hides());
            }
        }
        events.publish(new StatusChanged(peer, names.name(peer), status));
    }

    @Override
    public synchronized PersonStatus own() {
        return own;
    }

    @Override
    public void say(State state, String text) {
        var said = new PersonStatus(state, text, false);
        synchronized (this) {
            own = said;
        }
        conversations.status(said);
        watchers.forEach(Runnable::run);
    }

    @Override
    public Subscription watchOwn(Runnable said) {
        watchers.add(said);
        return () -> watchers.remove(said);
    }

    @Override
    public boolean isShared() {
        return profile.settings().shareActivity();
    }

    @Override
    public void share(boolean shared) throws CommandException {
        profile.choose(settings -> settings.withShareActivity(shared), () -> conversations.shareActivity(shared));
    }

    @Override
    public void typing(String to) throws CommandException {
        conversations.typing(switch (resolver.findMet(to)) {
            case Addressee.InRoom(Room room) -> ConversationId.of(room.id());
            case Addressee.Direct(Fingerprint peer) -> ConversationId.direct(profile.identity().fingerprint(), peer);
        });
    }

    @Override
    public List<Typist> typists(String conversation) {
        var now = new ArrayList<Fingerprint>();
        synchronized (this) {
            for (Typists each : typists.values()) if (each.label.equals(conversation)) now.addAll(each.people);
        }
        var list = new ArrayList<Typist>();
        for (Fingerprint peer : now) list.add(new Typist(peer, names.name(peer)));
        return list;
    }

    @Override
    public synchronized Seen of(Fingerprint peer) {
        return new Seen(statuses.getOrDefault(peer, PersonStatus.NONE), isShared() ? lastSeen.of(peer) : null);
    }
}
