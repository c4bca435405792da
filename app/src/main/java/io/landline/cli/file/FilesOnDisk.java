package io.landline.cli.file;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.filetransfer.DeadLink;
import io.landline.lab.Escapes;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The files and folders that somebody named on the command line. Stateless; any thread.
public final class FilesOnDisk {
    /// What Java has in the place of bytes of an argument that are no text: which ones they were is lost.
    private static final char NO_TEXT = '\uFFFD';

    private FilesOnDisk() {}

    /// Their whole paths: the node may run in another folder. Fails where one is missing.
    public static List<Path> whole(List<String> paths) throws CommandFailedException {
        var whole = new ArrayList<Path>();
        for (String path : paths) {
            Path absolute = path(path).toAbsolutePath();
            if (Files.notExists(absolute)) { // where that cannot be told the node says why
                throw new CommandFailedException(ExitCode.FAILED, Why.NO_FILE, missing(path, absolute));
            }
            whole.add(absolute);
        }
        return whole;
    }

    private static String missing(String path, Path absolute) {
        DeadLink dead = DeadLink.at(absolute);
        if (dead != null) {
            return CommandTexts.of("{0} is a link to {1}, and nothing is there. Nothing was offered.",
                    shown(dead.link().equals(absolute) ? path : dead.link().toString()),
                    shown(dead.target().toString()));
        }
        return path.indexOf(NO_TEXT) < 0
                ? CommandTexts.of("There is no file {0}. Nothing was offered.", shown(path))
                : CommandTexts.of("There is no file {0}. Where the bytes of its name are no UTF-8, send its folder."
                        + " Nothing was offered.", shown(path));
    }

    /// As it is said in a sentence. Spaces at its ends would not be seen there without quotation marks.
    private static String shown(String path) {
        String line = Escapes.line(path);
        return path.strip().equals(path) ? line : '"' + line + '"';
    }

    /// What somebody typed, as a path. One space is a name that a file may have. A script with a variable that is not
    /// set gives an empty one. It would mean the folder in which the command runs, and nobody asked for that.
    public static Path path(String typed) throws CommandFailedException {
        if (typed.isEmpty()) throw CommandFailedException.usage(CommandTexts.of("A path is empty. Nothing was done."));
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw CommandFailedException
                    .usage(CommandTexts.of("This system cannot have a path like {0}.", Escapes.line(typed)));
        }
    }

    /// As [#whole], for a line to a node.
    static List<String> texts(List<String> paths) throws CommandFailedException {
        return whole(paths).stream().map(Path::toString).toList();
    }
}
