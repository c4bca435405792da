package io.landline.doctor;

import io.landline.peer.RoomListing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether those who are here share a room with us, and have proven its key.
final class RoomsCheck implements Check {
    private static final int NAMED_MAX = 5;

    /// Somebody who is here.
    ///
    /// @param listed the rooms that it says to be in
    /// @param joined the labels of the rooms whose key both have proven
    record Other(String name, List<RoomListing> listed, List<String> joined) {
        Other {
            listed = List.copyOf(listed);
            joined = List.copyOf(joined);
        }
    }

    /// What to look at.
    interface Company {
        List<RoomListing> ownRooms();

        /// After those who just appeared had the time to prove their key.
        List<Other> others() throws InterruptedException;

        /// Who was refused for a wrong key since the doctor began.
        List<String> wrongKeys();
    }

    private final Company company;

    RoomsCheck(Company company) { this.company = company; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.OTHER_ROOM, Code.KEY_DIFFERS);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Other> others = company.others();
        if (others.isEmpty()) {
            return List.of(Finding.unknown(Code.OTHER_ROOM, "Nobody else is here."),
                    Finding.unknown(Code.KEY_DIFFERS, "Nobody else is here."));
        }
        return List.of(rooms(others), keys(others));
    }

    private Finding rooms(List<Other> others) {
        if (company.ownRooms().isEmpty()) {
            return Finding.note(Code.OTHER_ROOM, "This profile is in no room, so it sees others and talks to nobody.",
                    "Join a room: landline room join NAME, with its key.");
        }
        List<String> strangers = others.stream().filter(each -> each.joined().isEmpty() && !sharesAName(each)).map(Other::name).toList();
        if (strangers.isEmpty()) return Finding.ok(Code.OTHER_ROOM, "All who are here list a room of this profile.");
        return Finding.note(Code.OTHER_ROOM, names(strangers) + ": here, but in none of the rooms of this profile.",
                "If they should be: compare the names of the rooms, and join one room on both computers.");
    }

    private boolean sharesAName(Other other) {
        return other.listed().stream().anyMatch(theirs -> company.ownRooms().stream().anyMatch(own -> own.matches(theirs)));
    }

    private Finding keys(List<Other> others) {
        List<String> wrong = company.wrongKeys();
        if (!wrong.isEmpty()) {
            return Finding.bad(Code.KEY_DIFFERS, names(wrong) + ": another key for a room of the same name.",
                    "Compare the words of the key, aloud. Who has it wrong joins again: landline room join NAME.");
        }
        List<String> unproven = others.stream().filter(each -> each.joined().isEmpty() && sharesAName(each)).map(Other::name).toList();
        if (!unproven.isEmpty()) {
            return new Finding(Code.KEY_DIFFERS, State.UNKNOWN, names(unproven) + ": in a room of the same name, but no key is proven now.",
                    "landline doctor --peer ADDRESS tries it, and tells.");
        }
        List<String> joined = others.stream().filter(each -> !each.joined().isEmpty()).map(Other::name).toList();
        return joined.isEmpty()
                ? Finding.unknown(Code.KEY_DIFFERS, "Nobody here has a room of ours, so no key was compared.")
                : Finding.ok(Code.KEY_DIFFERS, names(joined) + ": the key is proven both ways.");
    }

    private static String names(List<String> all) {
        List<String> distinct = new ArrayList<>(all.stream().distinct().toList());
        String more = distinct.size() > NAMED_MAX ? " and " + (distinct.size() - NAMED_MAX) + " more" : "";
        return String.join(", ", distinct.subList(0, Math.min(distinct.size(), NAMED_MAX))) + more;
    }
}
