package io.landline.ui.chats.composer;

import io.landline.filetransfer.FilesToSend;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.ui.page.PageContext;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/// Makes files of what was pasted or typed, to be offered: in the downloads folder, where they have to stay as long as
/// the offer stands. Any thread; waits for the disk.
record WrittenFiles(PageContext context, InstantSource clock) {
    /// Written within one second: more names are not tried.
    private static final int SAME_SECOND_MAX = 100;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    /// One of several that are offered together.
    sealed interface Item {
        record There(Path path) implements Item {}

        /// @param name stands before the time
        /// @param ending with its dot
        /// @param bytes asked for once, when it is written
        record ToWrite(String name, String ending, Supplier<byte[]> bytes) implements Item {}
    }

    /// Offers these together, and writes those that are no files yet. Where they are not offered, what was written goes
    /// again: nobody asked for a copy.
    Chats.Sent offer(String conversation, List<Item> items) throws IOException, CommandException {
        var written = new ArrayList<Path>();
        boolean offered = false;
        try {
            var paths = new ArrayList<Path>();
            for (Item each : items) {
                paths.add(switch (each) {
                    case Item.There(var path) -> path;
                    case Item.ToWrite(var name, var ending, var bytes) -> {
                        Path file = write(name, ending, bytes.get());
                        written.add(file);
                        yield file;
                    }
                });
            }
            Chats.Sent sent = context.node().chats().send(conversation, FilesToSend.of(paths));
            offered = true;
            return sent;
        } finally {
            if (!offered) for (Path each : written) Files.deleteIfExists(each);
        }
    }

    private Path write(String name, String ending, byte[] bytes) throws IOException {
        Path folder = context.node().preferences().chosen().downloads();
        Files.createDirectories(folder);
        String named = name + " " + NAME.format(clock.instant().atZone(ZoneId.systemDefault()));
        for (int i = 1; i <= SAME_SECOND_MAX; i++) {
            Path file = folder.resolve(named + (i == 1 ? "" : " (" + i + ")") + ending);
            try {
                return Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException _) {
                // of the same second: the next name
            }
        }
        throw new FileAlreadyExistsException(folder.resolve(named).toString());
    }
}
