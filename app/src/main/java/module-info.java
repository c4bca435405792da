/// The program: wires the parts, keeps them on disk, and shows them on the command line.
module io.landline.app {
    requires io.landline.transfer;
    requires info.picocli;
    requires java.logging;
    requires java.sql;
    requires org.xerial.sqlitejdbc;

    opens io.landline.cli to info.picocli;
}
