package io.landline.frame;

/// The numbers of the frame types, all in one place so that none is given twice. The protocol pages describe each.
///
/// From [#OPTIONAL_MIN] on a type that a node does not know is skipped, and so is one of files on a control connection.
/// Any other unknown type ends the connection.
public final class FrameType {
    // session and handshake: 0x01 to 0x1f
    public static final int HELLO = 0x01;
    public static final int BULK = 0x02;
    public static final int PROVEN = 0x03;
    public static final int EXCHANGE = 0x04;
    public static final int SHARE = 0x05;
    public static final int TAG = 0x06;
    public static final int SLOWED = 0x07;
    public static final int REFUSED = 0x08;
    /// The rooms of this side changed: a new list for the one in the hello.
    public static final int ROOMS = 0x09;
    public static final int PING = 0x10;
    public static final int PONG = 0x11;
    public static final int BULK_WANTED = 0x12;
    public static final int BULK_TOKEN_REQUEST = 0x13;
    public static final int BULK_TOKEN = 0x14;
    public static final int CLOSING = 0x1f;

    // conversations: 0x20 to 0x3f
    public static final int CHAT_MIN = 0x20;
    public static final int HAVE = 0x20;
    public static final int WANT = 0x21;
    public static final int ENTRIES = 0x22;
    public static final int ADMISSIONS = 0x23;
    public static final int DELIVERED = 0x24;
    public static final int READ = 0x25;
    public static final int TYPING = 0x26;
    public static final int STATUS = 0x27;
    public static final int CHAT_MAX = 0x3f;

    // files: 0x40 to 0x5f on the control connection
    public static final int FILES_MIN = 0x40;
    public static final int MANIFEST_REQUEST = 0x40;
    public static final int MANIFEST_PAGE = 0x41;
    public static final int ACCEPT = 0x42;
    public static final int DECLINE = 0x43;
    public static final int PAUSE = 0x44;
    public static final int RESUME = 0x45;
    public static final int CANCEL = 0x46;
    public static final int HASHES = 0x47;
    public static final int FAILED = 0x49;
    public static final int DONE = 0x4a;
    public static final int LOST_FILES = 0x4b;
    public static final int RECEIVED = 0x4c;
    public static final int SWARM_MEMBER = 0x50;
    public static final int SWARM_HAVE = 0x51;
    public static final int SWARM_HAVE_MORE = 0x52;
    public static final int SWARM_WANT = 0x53;
    public static final int SWARM_LATER = 0x54;
    public static final int SWARM_PAGES = 0x55;
    public static final int SWARM_FINISHED = 0x56;
    public static final int FILES_MAX = 0x5f;

    // bulk connections: 0x60 to 0x7f
    public static final int BULK_MIN = 0x60;
    public static final int RANGE_REQUEST = 0x60;
    public static final int DATA = 0x61;
    public static final int HASH_REQUEST = 0x62;

    public static final int OPTIONAL_MIN = 0x80;
    public static final int MEMBERS_WANTED = 0xa8;
    public static final int MEMBERS = 0xa9;
    public static final int CALL_BACK_WANTED = 0xaa;
    public static final int CALL_BACK = 0xab;
    /// Of conversations; a node that does not know them stays in the room with the old words.
    public static final int NEW_WORDS = 0xac;
    public static final int WORDS_HELD = 0xad;
    /// Of conversations; a node that does not know it finds the fork itself, if at all.
    public static final int FORK = 0xae;
    /// Which version of Landline speaks; a node that does not know it notices none.
    public static final int VERSION = 0xaf;

    // shelves; a node that does not know them opens none, and is told of none
    public static final int SHELF_MIN = 0xb0;
    public static final int SHELVES = 0xb0;
    public static final int SHELF_LIST = 0xb1;
    public static final int SHELF_PAGE = 0xb2;
    public static final int SHELF_TAKE = 0xb3;
    public static final int SHELF_TAKEN = 0xb4;
    public static final int SHELF_REFUSED = 0xb5;
    public static final int SHELF_MAX = 0xb5;

    /// Of conversations; a node that does not know them shows digits for a name that it never heard.
    public static final int NAME_CARDS = 0xb6;

    private FrameType() {}

    /// As the protocol's pages write it, with two hex digits: `0x22`.
    public static String written(int type) {
        return "0x%02x".formatted(type);
    }
}
