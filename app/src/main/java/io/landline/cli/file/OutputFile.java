package io.landline.cli.file;

import com.google.gson.JsonObject;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.Terminal;
import io.landline.lab.Escapes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file into which a command writes what its user asked for. It replaces no other file. Stateless.
public final class OutputFile {
    /// In its place: the output of the command.
    public static final String OUTPUT = "-";

    private OutputFile() {}

    /// What makes the file. Throws [FileAlreadyExistsException] where the name is taken.
    public interface Writer {
        void write(Path file) throws Exception;
    }

    /// Has it written, and says where it is.
    ///
    /// @param typed the name as the user gave it
    public static void make(String typed, Terminal terminal, Writer writer) throws Exception {
        Path file = FilesOnDisk.path(typed);
        try {
            writer.write(file);
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailedException(ExitCode.USAGE, Why.FILE_EXISTS,
                    CommandTexts.of("{0} is there already, and is not replaced. Give another name.", typed));
        } catch (FileSystemException e) { // it speaks of the file's name until it is whole
            throw refused(typed, file, e);
        }
        JsonObject ok = JsonLines.ok();
        ok.addProperty("path", file.toAbsolutePath().toString());
        terminal.event(ok);
        terminal.say(CommandTexts.of("Written: {0}", Escapes.line(typed)));
    }

    /// Why a file could not be made, under the name that the user gave it.
    private static CommandFailedException refused(String typed, Path file, IOException refused) {
        if (refused instanceof NoSuchFileException) return notMade(typed, file);
        return notWritten(typed, Escapes.line(CommandFailedException.reason(refused)));
    }

    private static CommandFailedException notWritten(String typed, String why) {
        return new CommandFailedException(ExitCode.FAILED, Why.NO_FILE,
                CommandTexts.of("{0} cannot be written: {1}.", Escapes.line(typed), why));
    }

    /// Where the system says of a new file that it does not exist: its folder is missing, or is one in which nobody can
    /// make files, as `/proc`.
    public static CommandFailedException notMade(String typed, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && Files.isDirectory(folder)) {
            return notWritten(typed, CommandTexts.of("no file can be made in this folder"));
        }
        return new CommandFailedException(ExitCode.FAILED, Why.NO_FOLDER,
                CommandTexts.of("There is no folder for {0}; make it first.", Escapes.line(typed)));
    }
}
