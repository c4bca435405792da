package io.landline.doctor.check;

import io.landline.doctor.DoctorMessage;
import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.peer.RoomListing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether those who are here share a room with us, and have proven its key.
public final class RoomsCheck implements Check {
    /// Somebody who is here.
    ///
    /// @param listed the rooms that it says to be in
    /// @param joined the labels of the rooms that both have proven by their keys
    public record Other(String name, List<RoomListing> listed, List<String> joined) {
        public Other {
            listed = List.copyOf(listed);
            joined = List.copyOf(joined);
        }
    }

    /// What to look at.
    public interface Company {
        List<RoomListing> ownRooms();

        /// After those who just appeared had the time to prove their key.
        List<Other> others() throws InterruptedException;

        /// Who was refused for a wrong key since the doctor began.
        List<String> wrongKeys();
    }

    private final Company company;

    public RoomsCheck(Company company) { this.company = company; }

    @Override
    public Set<FindingCode> codes() {
        return EnumSet.of(FindingCode.OTHER_ROOM, FindingCode.KEY_DIFFERS);
    }

    @Override
    public List<Finding> run() throws InterruptedException {
        List<Other> others = company.others();
        if (others.isEmpty()) {
            return codes().stream().map(code -> Finding.unknown(code, DoctorMessage.of("nobody"))).toList();
        }
        return List.of(rooms(others), keys(others));
    }

    private Finding rooms(List<Other> others) {
        if (company.ownRooms().isEmpty()) {
            return Finding.note(FindingCode.OTHER_ROOM, DoctorMessage.of("room.none"),
                    DoctorMessage.of("room.none.remedy"));
        }
        List<String> strangers = others.stream()
                .filter(each -> each.joined().isEmpty() && !sharesAName(each))
                .map(Other::name)
                .toList();
        if (strangers.isEmpty()) return Finding.ok(FindingCode.OTHER_ROOM, DoctorMessage.of("room.ok"));
        return Finding.note(FindingCode.OTHER_ROOM, DoctorMessage.of("room.strangers", names(strangers)),
                DoctorMessage.of("room.strangers.remedy"));
    }

    private boolean sharesAName(Other other) {
        return other.listed()
                .stream()
                .anyMatch(theirs -> company.ownRooms().stream().anyMatch(own -> own.matches(theirs)));
    }

    private Finding keys(List<Other> others) {
        List<String> wrong = company.wrongKeys();
        if (!wrong.isEmpty()) {
            return Finding.bad(FindingCode.KEY_DIFFERS, DoctorMessage.of("key.differs", names(wrong)),
                    DoctorMessage.of("key.differs.remedy"));
        }
        List<String> unproven = others.stream()
                .filter(each -> each.joined().isEmpty() && sharesAName(each))
                .map(Other::name)
                .toList();
        if (!unproven.isEmpty()) {
            return new Finding(FindingCode.KEY_DIFFERS, FindingState.UNKNOWN,
                    DoctorMessage.of("key.unproven", names(unproven)),
                    DoctorMessage.of("key.unproven.remedy"));
        }
        List<String> joined = others.stream().filter(each -> !each.joined().isEmpty()).map(Other::name).toList();
        return joined.isEmpty()
                ? Finding.unknown(FindingCode.KEY_DIFFERS, DoctorMessage.of("key.nobody"))
                : Finding.ok(FindingCode.KEY_DIFFERS, DoctorMessage.of("key.ok", names(joined)));
    }

    private static DoctorMessage names(List<String> all) {
        return DoctorMessage.some(all.stream().distinct().toList());
    }
}
