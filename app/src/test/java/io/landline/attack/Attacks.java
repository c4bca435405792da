package io.landline.attack;

import java.util.function.Function;

/// The attacks, by the names that the command line has for them.
enum Attacks {
    ENTRIES("entries, 16 KiB each", Rooms.BOTH, open -> EntryFlood.ofTexts(authors(open))),
    UNKNOWN("entries of unknown kinds, 100 KiB each", Rooms.BOTH, open -> EntryFlood.ofUnknownKinds(authors(open))),
    WITHHELD_BODIES("entries whose bodies are withheld", Rooms.BOTH, open -> new WithheldBodies(authors(open))),
    LOGS("logs of one entry", Rooms.BOTH, _ -> new ManyLogs()),
    ADMISSIONS("admissions", Rooms.KEYED, _ -> new ManyAdmissions()),
    INVENTED_PEOPLE("1,040 invented people who stay", Rooms.BOTH, _ -> new InventedPeople()),
    ANNOUNCED_PEOPLE("500 people who announce themselves and come, go, or stop half-way", Rooms.BOTH,
            _ -> new AnnouncedPeople(Attacks.ANNOUNCED)),
    DIRECT_WRITERS("500 people who each write one direct message", Rooms.BOTH,
            _ -> new DirectWriters(Attacks.ANNOUNCED)),
    RECEIPTS("receipts for logs that do not exist", Rooms.BOTH, open -> new ReceiptFlood(people(open))),
    KEY_UPDATES("new keys of TLS, without end", Rooms.BOTH, _ -> new KeyUpdates(Attacks.FILE_PEOPLE)),
    FILE_FRAMES("frames about files", Rooms.BOTH, Victim.OFFERS, _ -> new FileFrames(Attacks.FILE_PEOPLE, false)),
    UNREAD_CHUNKS("chunks that are asked for and never read", Rooms.BOTH, Victim.OFFERS,
            _ -> new FileFrames(Attacks.CHUNK_PEOPLE, true)),
    SWARM_FRAMES("frames of a swarm", Rooms.BOTH, Victim.OFFERS, _ -> new SwarmFrames(Attacks.FILE_PEOPLE)),
    PAGES("pages of manifests and of hashes", Rooms.KEYED, Victim.TAKES, _ -> new HostilePages(Attacks.PAGE_PEOPLE)),
    ACTS("edits, reactions, pins and votes", Rooms.BOTH, open -> new ActFlood(authors(open))),
    EDITED_TEXTS("long texts of ever other words, edited and deleted", Rooms.BOTH,
            open -> new EditedTexts(authors(open))),
    SMALL_FRAMES("typing, status, questions to shelves that do not exist", Rooms.BOTH,
            _ -> new SmallFrames(Attacks.FILE_PEOPLE)),
    PINS("pins and unpins, a thousand a second", Rooms.BOTH, open -> new PinFlood(authors(open))),
    POLLS("polls with twelve long options, votes for what is not there", Rooms.BOTH,
            open -> new PollFlood(authors(open))),
    NAMES("names that are hard to lay out, ever others", Rooms.BOTH, open -> new ManyNames(people(open))),
    ROOM_CHANGES("the room left and joined without end", Rooms.BOTH, open -> new RoomChanges(people(open))),
    ROOM_LISTS("lists of 63 ever other rooms", Rooms.BOTH, open -> new RoomLists(people(open))),
    TRANSFER_WORDS("an offer taken and ended without end, wrong words of what is received", Rooms.BOTH, Victim.OFFERS,
            _ -> new TransferWords(Attacks.FILE_PEOPLE)),
    SHELVES("shelves, and takes of what is not there", Rooms.KEYED, open -> new ShelfFlood(people(open))),
    HAND_INS("hand-in boxes, receipts, offers for a box", Rooms.BOTH, open -> new HandInFlood(authors(open))),
    HAVES("claims of entries that do not exist", Rooms.BOTH, open -> new LyingHaves(people(open))),
    JUST_BELOW("all just below the bounds", Rooms.BOTH,
            open -> open ? JustBelow.inOpenRooms(people(true)) : JustBelow.ofMembers(people(false)));

    private static final int INVENTED = 55;
    private static final int ANNOUNCED = 500;
    private static final int FILE_PEOPLE = 12;
    /// Each with three bulk connections.
    private static final int CHUNK_PEOPLE = 48;
    private static final int PAGE_PEOPLE = 10;
    /// Just below the places that people of open rooms have.
    private static final int OPEN_ROOM_PEOPLE = 120;
    /// Just below the places that members at one address have.
    private static final int MEMBERS = 60;

    /// Where an attack makes sense.
    enum Rooms {
        KEYED, OPEN, BOTH
    }

    /// What the attacked node does with files.
    private enum Victim {
        NOTHING, OFFERS, TAKES
    }

    final String label;
    private final Rooms rooms;
    private final Victim victim;
    private final Function<Boolean, Attack> attack;

    Attacks(String label, Rooms rooms, Function<Boolean, Attack> attack) {
        this(label, rooms, Victim.NOTHING, attack);
    }

    /// @param attack makes it, for an open room or a keyed one
    Attacks(String label, Rooms rooms, Victim victim, Function<Boolean, Attack> attack) {
        this.label = label;
        this.rooms = rooms;
        this.victim = victim;
        this.attack = attack;
    }

    /// The number of authors of the entries: in an open room anybody can invent people.
    private static int authors(boolean open) {
        return open ? INVENTED : 1;
    }

    private static int people(boolean open) {
        return open ? OPEN_ROOM_PEOPLE : MEMBERS;
    }

    Attack of(boolean open) {
        return attack.apply(open);
    }

    /// Whether the victim must have offered files.
    boolean needsOffer() {
        return victim == Victim.OFFERS;
    }

    /// Whether the victim must take what is offered, without asking.
    boolean needsTaker() {
        return victim == Victim.TAKES;
    }

    /// Whether members too speak from many addresses.
    boolean isOfManyAddresses() {
        return this == ANNOUNCED_PEOPLE || this == DIRECT_WRITERS;
    }

    boolean isFor(boolean open) {
        return rooms == Rooms.BOTH || (rooms == Rooms.OPEN) == open;
    }
}
