package io.landline.session;

import java.util.List;
import java.util.stream.Stream;

/// The parts of a node that build on its sessions. All of them hear of opened, joined, left and closed; frames go by
/// their type to the one that owns the range.
///
/// @param people hear first of what opens and last of what closes; they get no frames
/// @param chat gets the frames of conversations
/// @param files gets the frames of files, and alone the bulk connections
/// @param shelves gets the frames of shelves
/// @param versions gets what others tell of their versions
public record SessionListeners(List<SessionListener> people, SessionListener chat, SessionListener files,
        SessionListener shelves, SessionListener versions) {
    public SessionListeners {
        people = List.copyOf(people);
    }

    /// These, and one more that hears of sessions.
    public SessionListeners with(SessionListener more) {
        return new SessionListeners(Stream.concat(people.stream(), Stream.of(more)).toList(), chat, files, shelves,
                versions);
    }

    public List<SessionListener> opening() {
        return Stream.concat(people.stream(), Stream.of(chat, files, shelves, versions)).toList();
    }

    public List<SessionListener> closing() {
        return Stream.concat(Stream.of(versions, shelves, files, chat), people.stream()).toList();
    }
}
