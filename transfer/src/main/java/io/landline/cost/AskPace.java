package io.landline.cost;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.Map;

/// How much each peer may ask for, or bring: so much a second, and what a pause saved up. What is beyond is passed
/// over, or asked for later. Outlives sessions, so that to come again wins nothing. Not thread-safe.
public final class AskPace {
    /// Peers that are remembered, as many as have sessions; the one that asked longest ago is forgotten first.
    static final int PEERS_MAX = 1_024;
    /// Pages of hashes that one peer gets in a second in the long run: of 64 MiB usually, and of 64 files at least.
    static final int PAGES_PER_SECOND = 64;
    /// The same after a pause: of some 65,000 small files.
    static final int PAGES_SAVED_MAX = 1_024;
    /// Times in a second that one peer may ask about the swarm of an offer in which we take no part. Each is looked up.
    static final int JOINS_PER_SECOND = 8;
    /// The same after a pause: four times what we help with at once.
    static final int JOINS_SAVED_MAX = 256;
    /// Pages of manifests that one peer brings in a second in the long run: each is kept on the disk. A page lists up
    /// to a thousand files.
    public static final int MANIFEST_PAGES_PER_SECOND = 64;
    /// The same after a pause: of most of a million files with short names.
    public static final int MANIFEST_PAGES_SAVED_MAX = 1_024;
    /// Times in a second that one peer may say that a transfer is paused, goes on or failed, or take an offer again:
    /// each is told to people and programs.
    public static final int STATES_PER_SECOND = 8;
    /// The same after a pause: of all its transfers, twice.
    public static final int STATES_SAVED_MAX = 1_024;
    /// Times in a second that one peer may tell of other shelves than before: each is told to people and programs.
    public static final int SHELVES_PER_SECOND = 1;
    /// The same after a pause: somebody opens as many as there may be, and closes them, twice.
    public static final int SHELVES_SAVED_MAX = 128;
    /// Folders of shelves that one person has listed in a second; as many after a pause.
    public static final int LISTS_PER_SECOND = 20;
    /// Times in a second that one person may take from a shelf. Each look at what is wanted may open a thousand
    /// folders, also where nothing is given then.
    public static final int TAKES_PER_SECOND = 1;
    /// The same after a pause: twice as many as there may be offers for it.
    public static final int TAKES_SAVED_MAX = 32;

    /// Pins of one person in a second that programs and terminals are told of: nobody pins faster by hand.
    public static final int PINS_PER_SECOND = 1;
    /// The same after a pause: more than a conversation shows.
    public static final int PINS_SAVED_MAX = 64;
    /// Other acts of one person in a second that programs and terminals are told of, and as many deletes: nobody does
    /// more by hand.
    public static final int ACTS_PER_SECOND = 8;
    /// The same after a pause: all that a busy person did while we were away.
    public static final int ACTS_SAVED_MAX = 1_024;

    /// Words of one person that they type, and as many statuses, that are taken in a second: in the long run an honest
    /// peer sends no more of either. Each is told to programs and windows.
    public static final int ACTIVITY_PER_SECOND = 1;
    /// Frames that were sent a second apart may arrive together. This many do.
    public static final int ACTIVITY_SAVED_MAX = 3;

    /// Times in a second that programs and windows are told of one person's comings, goings and changes: nobody reads
    /// more.
    public static final int PEOPLE_PER_SECOND = 2;
    /// The same after a pause: somebody comes, is found at all addresses, opens a session and changes name and rooms.
    public static final int PEOPLE_SAVED_MAX = 16;

    /// Times in a second that programs and windows are told of one person's sessions, rooms joined on them, and
    /// refusals: nobody reads more.
    public static final int CONNECTIONS_PER_SECOND = 4;
    /// The same after a pause: four sessions on each of which all rooms are joined that one may list.
    public static final int CONNECTIONS_SAVED_MAX = 256;

    /// Shelves of one person in a second that programs are told to be open or closed: nobody opens more by hand.
    public static final int SHELF_EVENTS_PER_SECOND = 8;
    /// The same after a pause: of sixteen rooms all that one node opens, twice.
    public static final int SHELF_EVENTS_SAVED_MAX = 1_024;

    private final int perSecond;
    private final int savedMax;
    private final Map<Fingerprint, TokenBucket> peers = BoundedMap.leastRecentlyUsed(PEERS_MAX);

    AskPace(int perSecond, int savedMax) {
        this.perSecond = perSecond;
        this.savedMax = savedMax;
    }

    public static AskPace ofPages() {
        return new AskPace(PAGES_PER_SECOND, PAGES_SAVED_MAX);
    }

    public static AskPace ofJoins() {
        return new AskPace(JOINS_PER_SECOND, JOINS_SAVED_MAX);
    }

    public static AskPace ofManifestPages() {
        return new AskPace(MANIFEST_PAGES_PER_SECOND, MANIFEST_PAGES_SAVED_MAX);
    }

    public static AskPace ofStates() {
        return new AskPace(STATES_PER_SECOND, STATES_SAVED_MAX);
    }

    public static AskPace ofShelves() {
        return new AskPace(SHELVES_PER_SECOND, SHELVES_SAVED_MAX);
    }

    public static AskPace ofShelfLists() {
        return new AskPace(LISTS_PER_SECOND, LISTS_PER_SECOND);
    }

    public static AskPace ofShelfTakes() {
        return new AskPace(TAKES_PER_SECOND, TAKES_SAVED_MAX);
    }

    public static AskPace ofPins() {
        return new AskPace(PINS_PER_SECOND, PINS_SAVED_MAX);
    }

    public static AskPace ofActs() {
        return new AskPace(ACTS_PER_SECOND, ACTS_SAVED_MAX);
    }

    public static AskPace ofActivity() {
        return new AskPace(ACTIVITY_PER_SECOND, ACTIVITY_SAVED_MAX);
    }

    public static AskPace ofPeople() {
        return new AskPace(PEOPLE_PER_SECOND, PEOPLE_SAVED_MAX);
    }

    public static AskPace ofConnections() {
        return new AskPace(CONNECTIONS_PER_SECOND, CONNECTIONS_SAVED_MAX);
    }

    public static AskPace ofShelfEvents() {
        return new AskPace(SHELF_EVENTS_PER_SECOND, SHELF_EVENTS_SAVED_MAX);
    }

    /// How many of these may be answered or asked for now; they are counted.
    public int allow(Fingerprint peer, int wanted, Duration now) {
        return peers.computeIfAbsent(peer, _ -> new TokenBucket(perSecond, savedMax)).takeUpTo(wanted, now);
    }
}
