/// All that travels by TCP: rooms and their keys, handshake, sessions, conversations, files. No window, no SQL.
module io.landline.transfer {
    requires transitive io.landline.discovery;

    exports io.landline.cost;
    exports io.landline.room;
    exports io.landline.frame;
    exports io.landline.handshake;
    exports io.landline.session;
    exports io.landline.session.core;
    exports io.landline.session.version;
    exports io.landline.chat;
    exports io.landline.chat.act;
    exports io.landline.chat.sync;
    exports io.landline.chat.view;
    exports io.landline.chat.words;
    exports io.landline.filetransfer;
    exports io.landline.filetransfer.core;
    exports io.landline.filetransfer.manifest;
    exports io.landline.filetransfer.partial;
    exports io.landline.shelf;
}
