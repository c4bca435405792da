/// The program: wires the parts, keeps them on disk, and shows them on the command line.
module io.landline.app {
    requires io.landline.lab;
    requires io.landline.transfer;
    requires info.picocli;
    requires io.nayuki.qrcodegen;
    requires java.desktop;
    requires java.logging;
    requires java.sql;
    requires org.freedesktop.dbus;
    requires org.freedesktop.dbus.transport.jre;
    requires org.jline.reader;
    requires org.jline.terminal;
    requires org.jline.terminal.ffm;
    requires org.slf4j.jul;
    requires org.xerial.sqlitejdbc;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    opens io.landline.cli to info.picocli;
    opens io.landline.cli.bench to info.picocli;
    opens io.landline.cli.chat to info.picocli;
    opens io.landline.cli.file to info.picocli;
    opens io.landline.cli.lab to info.picocli;
    opens io.landline.cli.message to info.picocli;
    opens io.landline.desktop to org.freedesktop.dbus; // which calls the tray's item, and reads what it answers
}
