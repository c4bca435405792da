package io.landline.attack;

/// The attacks, by the names that the command line has for them.
enum Attacks {
    ENTRIES("entries, 16 KiB each", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return EntryFlood.ofTexts(open ? INVENTED : 1);
        }
    },
    UNKNOWN("entries of unknown kinds, 100 KiB each", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return EntryFlood.ofUnknownKinds(open ? INVENTED : 1);
        }
    },
    WITHHELD_BODIES("entries whose bodies are withheld", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return new WithheldBodies(open ? INVENTED : 1);
        }
    },
    LOGS("logs of one entry", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return new ManyLogs();
        }
    },
    ADMISSIONS("admissions", Rooms.KEYED) {
        @Override
        Attack of(boolean open) {
            return new ManyAdmissions();
        }
    },
    INVENTED_PEOPLE("1,040 invented people who stay", Rooms.OPEN) {
        @Override
        Attack of(boolean open) {
            return new InventedPeople();
        }
    },
    FILE_FRAMES("frames about files", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return new FileFrames(FILE_PEOPLE);
        }

        @Override
        boolean needsOffer() {
            return true;
        }
    },
    SWARM_FRAMES("frames of a swarm", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return new SwarmFrames(FILE_PEOPLE);
        }

        @Override
        boolean needsOffer() {
            return true;
        }
    },
    PAGES("pages of manifests and of hashes", Rooms.KEYED) {
        @Override
        Attack of(boolean open) {
            return new HostilePages(PAGE_PEOPLE);
        }

        @Override
        boolean needsTaker() {
            return true;
        }
    },
    ACTS("edits, reactions, pins and votes", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return new ActFlood(open ? INVENTED : 1);
        }
    },
    HAND_INS("hand-in boxes, receipts, offers for a box", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return new HandInFlood(open ? INVENTED : 1);
        }
    },
    HAVES("claims of entries that do not exist", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return new LyingHaves(open ? OPEN_ROOM_PEOPLE : MEMBERS);
        }
    },
    JUST_BELOW("all just below the bounds", Rooms.BOTH) {
        @Override
        Attack of(boolean open) {
            return open ? JustBelow.inOpenRooms(OPEN_ROOM_PEOPLE) : JustBelow.ofMembers(MEMBERS);
        }
    };

    private static final int INVENTED = 55;
    private static final int FILE_PEOPLE = 12;
    private static final int PAGE_PEOPLE = 10;
    /// Just below the places that people of open rooms have.
    private static final int OPEN_ROOM_PEOPLE = 120;
    /// Just below the places that members at one address have.
    private static final int MEMBERS = 60;

    /// Where an attack makes sense.
    enum Rooms {
        KEYED, OPEN, BOTH
    }

    final String label;
    private final Rooms rooms;

    Attacks(String label, Rooms rooms) {
        this.label = label;
        this.rooms = rooms;
    }

    abstract Attack of(boolean open);

    /// Whether the victim must have offered files.
    boolean needsOffer() {
        return false;
    }

    /// Whether the victim must take what is offered, without asking.
    boolean needsTaker() {
        return false;
    }

    boolean isFor(boolean open) {
        return rooms == Rooms.BOTH || (rooms == Rooms.OPEN) == open;
    }
}
