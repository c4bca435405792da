/// Peers, identity, presence: everything that talks to strangers. No room key may ever be in here.
module io.landline.discovery {
    requires transitive org.jspecify;
    requires com.google.gson;
}
