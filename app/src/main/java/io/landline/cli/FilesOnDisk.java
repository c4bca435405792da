package io.landline.cli;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.lab.Escapes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files and folders that somebody named on the command line. Stateless; any thread.
final class FilesOnDisk {
    private FilesOnDisk() {}

    /// Their whole paths: the node may run in another folder. Fails where one is missing.
    static List<Path> whole(List<String> paths) throws CommandFailedException {
        var whole = new ArrayList<Path>();
        for (String path : paths) {
            try {
                Path absolute = Path.of(path).toAbsolutePath();
                if (Files.notExists(absolute)) { // where that cannot be told the node says why
                    throw new CommandFailedException(ExitCode.FAILED, "no-file",
                            CommandTexts.of("There is no file {0}. Nothing was offered.", Escapes.line(path)));
                }
                whole.add(absolute);
            } catch (InvalidPathException e) {
                throw CommandFailedException
                        .usage(CommandTexts.of("This system cannot have a path like {0}.", Escapes.line(path)));
            }
        }
        return whole;
    }

    /// As [#whole], for a line to a node.
    static List<String> texts(List<String> paths) throws CommandFailedException {
        return whole(paths).stream().map(Path::toString).toList();
    }
}
