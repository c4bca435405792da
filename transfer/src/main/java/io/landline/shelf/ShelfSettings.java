package io.landline.shelf;

import io.landline.cost.Standings;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.PrivateFiles;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.room.RoomId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What shelves need to know from outside. Any thread calls these.
///
/// @param shelves of ours, in rooms with keys; read from memory
/// @param blocked people who see nothing of ours
/// @param standings of those who ask: some places are left for people known better
/// @param openRoom whether a room of ours has no key: there are no shelves in it
/// @param privateFiles what is never shared, looked at for each question
/// @param uptime of this process
public record ShelfSettings(Supplier<List<Shelf>> shelves, Predicate<Fingerprint> blocked,
        Standings standings, Predicate<RoomId> openRoom, Supplier<PrivateFiles> privateFiles, Supplier<Duration> uptime,
        Giving giving) {
    /// Makes offers of what is taken.
    public interface Giving {
        /// Whether this member may take more now ([ShelfRules#mayTake]). May wait for the disk.
        boolean mayTake(Fingerprint member) throws IOException;

        /// Offers files to one member, in the direct conversation; the offer says which take it answers. Waits for the
        /// disk.
        EntryId give(Fingerprint to, TakeId take, FilesToSend what) throws IOException;
    }
}
