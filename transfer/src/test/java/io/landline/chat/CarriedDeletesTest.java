package io.landline.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.chat.act.Delete;
import io.landline.chat.act.Reference;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A delete that carries deletes for earlier rooms. Each look at a signature costs the receiver.
class CarriedDeletesTest {
    private final Identity mallory = Identity.generate();
    private final Reference target = new Author(mallory, room(0), 1).text("hello").reference();
    private final List<Deletion> lookedAt = new ArrayList<>();

    private static ConversationId room(int number) {
        return new ConversationId(number, number);
    }

    private Deletion plain(int room, long log) {
        byte[] body = new Delete(target, List.of()).toBody();
        return Deletion.orNull(new Author(mallory, room(room), log).write(1, EntryKind.DELETE, body));
    }

    private Entry delete(List<Deletion> earlier) {
        byte[] body = new Delete(target, List.of(), earlier.stream().map(Deletion::text).toList()).toBody();
        return new Author(mallory, room(0), 2).write(2, EntryKind.DELETE, body);
    }

    private Entry ofEightRooms() {
        var earlier = new ArrayList<Deletion>();
        for (int room = 1; room <= Delete.EARLIER_MAX; room++) earlier.add(plain(room, room));
        return delete(earlier);
    }

    private Deletion in(int room, Entry delete) {
        return Deletion.in(room(room), delete, deletion -> {
            lookedAt.add(deletion);
            return deletion.signatureHolds();
        });
    }

    /// Each message that sixteen such deletes name would cost 128 looks.
    @Test
    void h38_whatItDeletesInItsOwnRoomTakesNoLookAtTheOthers() {
        Entry delete = ofEightRooms();
        assertEquals(delete, in(0, delete).entry());
        assertEquals(List.of(), lookedAt);
    }

    @Test
    void h38_whatItDeletesInOneEarlierRoomTakesOneLook() {
        Entry delete = ofEightRooms();
        assertEquals(room(5), in(5, delete).entry().header().conversation());
        assertEquals(1, lookedAt.size());
        assertNull(in(9, delete));
        assertEquals(1, lookedAt.size());
    }

    @Test
    void h38_ofSeveralForOneRoomTheFirstCounts() {
        Deletion first = plain(1, 1);
        Entry delete = delete(List.of(first, plain(1, 2), plain(1, 3), plain(0, 4), plain(2, 5)));
        assertEquals(List.of(room(0), room(1), room(2)),
                Deletion.all(delete).stream().map(each -> each.entry().header().conversation()).toList());
        assertEquals(first, in(1, delete));
        assertNotNull(in(2, delete));
        assertEquals(2, lookedAt.size());
    }

    @Test
    void oneThatIsForgedDeletesNothing() {
        Entry plain = plain(1, 1).entry();
        byte[] body = plain.body();
        Entry delete = delete(
                List.of(Deletion.orNull(new Entry(plain.header(), Author.forged(plain).signature(), body))));
        assertNull(in(1, delete));
        assertEquals(List.of(delete), Deletion.all(delete).stream().map(Deletion::entry).toList());
    }
}
