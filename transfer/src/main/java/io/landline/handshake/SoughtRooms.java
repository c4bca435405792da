package io.landline.handshake;

import io.landline.room.Room;
import java.util.List;
import java.util.stream.Stream;

/// The rooms that this node looks for in its peers, at one moment.
///
/// @param rooms this node's own
/// @param retired rooms that others continue: joined with who proved them before, and never tried
/// @param trials those that the user tries words for
/// @param trialNumber larger at each new trial, also of the same words; 0 while nothing is tried
public record SoughtRooms(List<Room> rooms, List<Room> retired, List<Room> trials, long trialNumber) {
    public SoughtRooms {
        rooms = List.copyOf(rooms);
        retired = List.copyOf(retired);
        trials = List.copyOf(trials);
    }

    /// Own rooms alone.
    public static SoughtRooms of(List<Room> rooms) {
        return new SoughtRooms(rooms, List.of(), List.of(), 0);
    }

    public SoughtRooms withRooms(List<Room> others, List<Room> nowRetired) {
        return new SoughtRooms(others, nowRetired, trials, trialNumber);
    }

    /// @param number of the trial; does not count where nothing is tried
    public SoughtRooms withTrials(List<Room> others, long number) {
        return new SoughtRooms(rooms, retired, others, others.isEmpty() ? 0 : number);
    }

    /// Own rooms, retired ones and trials: a peer may have each of them in common with this node.
    public List<Room> all() {
        return Stream.of(rooms, retired, trials).flatMap(List::stream).distinct().toList();
    }
}
