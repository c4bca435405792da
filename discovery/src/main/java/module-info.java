/// Peers, identity, presence: everything that talks to strangers. No room key may ever be in here.
module io.landline.discovery {
    requires transitive org.jspecify;
    requires transitive com.google.gson;
    // Only the classes of Bouncy Castle in here ask for it.
    requires java.logging;

    exports io.landline.peer;
    exports io.landline.json;
    exports io.landline.queue;
    exports io.landline.system;
    exports io.landline.identity;
    exports io.landline.beacon;
    exports io.landline.presence;
    exports io.landline.presence.packet;
}
