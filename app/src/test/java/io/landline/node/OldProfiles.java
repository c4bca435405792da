package io.landline.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// The profiles that an earlier version wrote (README.md beside the archive), unpacked into a folder of a test.
final class OldProfiles {
    /// Where they were written.
    private static final String WRITTEN_IN = "/tmp/landline-old";

    private OldProfiles() {}

    /// Ada's and Bob's, so that nodes can go on with them in this folder.
    static void unpack(Path folder) throws IOException, SQLException {
        try (InputStream in = OldProfiles.class.getResourceAsStream("profiles-schema-2.zip");
                var zip = new ZipInputStream(in)) {
            for (@Nullable
            ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
                Files.setLastModifiedTime(file, FileTime.from(entry.getLastModifiedTime().toInstant()));
            }
        }
        for (String name : List.of("Ada", "Bob")) {
            for (String settings : List.of("settings.json", "settings.json.good")) {
                Path file = folder.resolve(name, settings);
                Files.writeString(file, Files.readString(file, UTF_8).replace(WRITTEN_IN, folder.toString()), UTF_8);
            }
            move(folder, folder.resolve(name, "history.db"));
        }
    }

    private static void move(Path folder, Path database) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
            try (PreparedStatement sql = connection
                    .prepareStatement("UPDATE file_transfer SET folder = replace(folder, ?, ?)")) {
                sql.setString(1, WRITTEN_IN);
                sql.setString(2, folder.toString());
                sql.executeUpdate();
            }
            for (String name : List.of("half.bin", "offered.txt", "done.txt", "ours.txt")) {
                Path file = folder.resolve("files", name).toRealPath();
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                String update = "UPDATE file_source SET source = ?, file_key = ?, modified = ? WHERE path = ?";
                try (PreparedStatement sql = connection.prepareStatement(update)) {
                    sql.setString(1, file.toString());
                    sql.setString(2, String.valueOf(attributes.fileKey()));
                    sql.setLong(3, attributes.lastModifiedTime().toMillis());
                    sql.setString(4, name);
                    sql.executeUpdate();
                }
            }
        }
    }
}
