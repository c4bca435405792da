/// The classic socket programs of a networking course, as servers and clients that talk to students' own. Knows nothing
/// of Landline.
module io.landline.lab {
    requires transitive org.jspecify;

    exports io.landline.lab;
    exports io.landline.lab.net;
    exports io.landline.lab.echo;
    exports io.landline.lab.ping;
    exports io.landline.lab.file;
    exports io.landline.lab.relay;
    exports io.landline.lab.broadcast;
    exports io.landline.lab.compare;
    exports io.landline.lab.game;
    exports io.landline.lab.clock;
    exports io.landline.lab.web;
    exports io.landline.lab.names;
    exports io.landline.lab.threads;
    exports io.landline.lab.wire;
}
