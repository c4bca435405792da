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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The file into which a command writes what its user asked for. It replaces no other file. Stateless.
public final class NewFile {
    /// In its place: the output of the command.
    public static final String OUTPUT = "-";

    private NewFile() {}

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
            throw CommandFailedException
                    .usage(CommandTexts.of("{0} is there already, and is not replaced. Give another name.",
                            Escapes.line(typed)));
        } catch (FileSystemException e) { // it speaks of the file's name until it is whole
            throw notWritten(typed, e);
        }
        JsonObject ok = JsonLines.ok();
        ok.addProperty("path", file.toAbsolutePath().toString());
        terminal.event(ok);
    }

    /// Why a file could not be made, under the name that the user gave it.
    private static CommandFailedException notWritten(String typed, IOException refused) {
        if (refused instanceof NoSuchFileException) return withoutFolder(typed);
        return new CommandFailedException(ExitCode.FAILED, Why.NO_FILE, CommandTexts.of("{0} cannot be written: {1}.",
                Escapes.line(typed), Escapes.line(CommandFailedException.reason(refused))));
    }

    /// Where the folder of a new file is missing.
    public static CommandFailedException withoutFolder(String typed) {
        return new CommandFailedException(ExitCode.FAILED, Why.NO_FOLDER,
                CommandTexts.of("There is no folder for {0}; make it first.", Escapes.line(typed)));
    }
}
