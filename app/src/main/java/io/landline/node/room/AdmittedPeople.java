package io.landline.node.room;

import io.landline.chat.AdmissionStore;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/// Who was let into our rooms, by us or by another member, and what they are called: also people that this node never
/// met. Any thread; reads the database.
public final class AdmittedPeople implements Function<Set<Fingerprint>, Map<Fingerprint, String>> {
    private final Supplier<List<Room>> rooms;
    private final AdmissionStore admissions;
    private final Function<Fingerprint, String> names;
    private final Fingerprint self;

    /// @param rooms all that this node is in
    /// @param names what somebody is called
    public AdmittedPeople(Supplier<List<Room>> rooms, AdmissionStore admissions, Function<Fingerprint, String> names,
            Fingerprint self) {
        this.rooms = rooms;
        this.admissions = admissions;
        this.names = names;
        this.self = self;
    }

    /// @param but these; none of their names is looked for
    @Override
    public Map<Fingerprint, String> apply(Set<Fingerprint> but) {
        Map<Fingerprint, String> people = new HashMap<>();
        for (Room room : rooms.get()) {
            for (Fingerprint member : admissions.members(room.id())) {
                if (!member.equals(self) && !but.contains(member)) people.computeIfAbsent(member, names);
            }
        }
        return people;
    }
}
