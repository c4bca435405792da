package io.landline.cost;

import java.util.Map;

/// What a person may store, hold and claim, by their standing. docs/threat-model.md, "What one person may cost", lists
/// all such bounds, and what happens when one is reached. The numbers stand in docs/numbers.md.
public final class CostRules {
    /// Entries and bodies that one author may have us store in a day.
    ///
    /// @param bytes headers, signatures and bodies
    /// @param entries of any size
    public record Storage(long bytes, long entries) {}

    private static final long MB = 1_000_000;
    /// People this user knows: a busy chat with pictures is far below that.
    public static final long TRUSTED_BYTES_A_DAY = 2_000 * MB;
    /// Members: a class of thirty that all reach it fills 8 GB, and the user is told of the first.
    public static final long MEMBER_BYTES_A_DAY = 256 * MB;
    /// All members that this user does not know together may have as much stored as this many of them, beyond what is
    /// each one's own: who has the key may prove it under any number of identities. Two large classes.
    public static final int MEMBER_PEOPLE = 64;
    /// Of one member in a day, whatever others have stored: thousands of messages.
    public static final long MEMBER_OWN_BYTES_A_DAY = MB;
    /// People of open rooms, who may be anybody.
    public static final long OPEN_ROOM_BYTES_A_DAY = 16 * MB;
    public static final long OPEN_ROOM_ENTRIES_A_DAY = 2_000;
    /// All people of open rooms together may have as much stored as this many of them: each may have invented the
    /// others.
    public static final int OPEN_ROOM_PEOPLE = 4;
    /// Entries that this version cannot show, by any author: kept for a newer version, and for handing on.
    public static final long UNKNOWN_KINDS_BYTES_A_DAY = MB;
    /// Logs of one author in one conversation. A new one begins where a profile was restored, which is rare.
    public static final int LOGS_AN_AUTHOR_MAX = 16;
    /// Members of one room that one member may vouch for, beyond those that proved a key to us.
    public static final int ADMISSIONS_A_SIGNER_MAX = 512;
    /// People that this user does not know well and that wrote directly: each is a conversation in the list, which is
    /// looked through at each change.
    public static final int UNKNOWN_WRITERS_MAX = 1_000;

    /// Sessions at a time that peers of one standing may hold.
    ///
    /// @param inAll at all addresses together
    /// @param anAddress of peers at one address; loopback and our own addresses are exempt
    public record Sessions(int inAll, int anAddress) {}

    /// Sessions in all: as many as the presence table has rows.
    public static final int SESSIONS_MAX = 1_024;
    /// Of peers that share only open rooms: four large classes. What they say reaches the others through them.
    public static final int OPEN_ROOM_SESSIONS_MAX = 128;
    /// Of these at one address: a person has a few devices, an invention has thousands of identities.
    public static final int OPEN_ROOM_SESSIONS_AN_ADDRESS_MAX = 16;
    /// Of members at one address: a whole class behind a router that translates addresses.
    public static final int MEMBER_SESSIONS_AN_ADDRESS_MAX = 64;

    /// Memory of the bulk connections of all sessions: forty that bring whole chunks at once. Members leave a quarter
    /// of it to people this user knows, and people of open rooms leave half of it to members.
    public static final long BULK_BUFFER_BYTES_MAX = 56L << 20;

    private static final Map<Standing, Storage> STORAGE_A_DAY = Map.of(
            Standing.OURSELVES, new Storage(Long.MAX_VALUE, Long.MAX_VALUE),
            Standing.TRUSTED, new Storage(TRUSTED_BYTES_A_DAY, Long.MAX_VALUE),
            Standing.MEMBER, new Storage(MEMBER_BYTES_A_DAY, Long.MAX_VALUE),
            Standing.VOUCHED, new Storage(MEMBER_BYTES_A_DAY, Long.MAX_VALUE),
            Standing.OPEN_ROOM, new Storage(OPEN_ROOM_BYTES_A_DAY, OPEN_ROOM_ENTRIES_A_DAY),
            Standing.STRANGER, new Storage(0, 0));

    private CostRules() {}

    /// What one author may have us store in a day.
    public static Storage storageADay(Standing standing) {
        return STORAGE_A_DAY.getOrDefault(standing, new Storage(0, 0));
    }

    /// Up to which level of a shared resource this standing may take more; what is above is left for better ones.
    public static long level(Standing standing, long inAll) {
        return switch (standing) {
            case OURSELVES, TRUSTED -> inAll;
            case MEMBER, VOUCHED -> inAll / 4 * 3;
            case OPEN_ROOM, STRANGER -> inAll / 2;
        };
    }

    /// The level for the memory of bulk connections.
    public static long bulkBufferBytes(Standing standing) {
        return level(standing, BULK_BUFFER_BYTES_MAX);
    }

    /// How many sessions peers of this standing may hold. Members and the people they vouch for are counted together.
    public static Sessions sessions(Standing standing) {
        return switch (standing) {
            case OURSELVES, TRUSTED -> new Sessions(SESSIONS_MAX, SESSIONS_MAX);
            case MEMBER, VOUCHED -> new Sessions(SESSIONS_MAX, MEMBER_SESSIONS_AN_ADDRESS_MAX);
            case OPEN_ROOM -> new Sessions(OPEN_ROOM_SESSIONS_MAX, OPEN_ROOM_SESSIONS_AN_ADDRESS_MAX);
            case STRANGER -> new Sessions(OPEN_ROOM_SESSIONS_MAX, OPEN_ROOM_SESSIONS_MAX);
        };
    }
}
