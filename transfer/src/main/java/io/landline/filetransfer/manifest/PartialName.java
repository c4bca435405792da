package io.landline.filetransfer.manifest;

import io.landline.filetransfer.TransferId;
import java.util.UUID;
import java.util.regex.Pattern;

/// The names of what Landline writes and has not got whole yet. They are made here and recognised here, so that a file
/// that a kill left never travels with its folder. Stateless; any thread.
public final class PartialName {
    /// All of them begin like this; a peer's name never does.
    public static final String PREFIX = ".landline-";
    private static final String FILE_END = ".part";
    private static final String FOLDER_END = ".folder";
    private static final String START = Pattern.quote(PREFIX);
    private static final Pattern RECEIVED_FILE = Pattern.compile(
            START + "[0-9a-f]{16}-[0-9]{1,7}(-[0-9]{1,4})?" + Pattern.quote(FILE_END));
    private static final Pattern RECEIVED_FOLDER = Pattern.compile(
            START + "[0-9a-f]{16}(-[0-9]{1,4})?" + Pattern.quote(FOLDER_END));
    private static final Pattern WRITTEN_HERE = Pattern.compile(
            START + "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}" + Pattern.quote(FILE_END));

    private PartialName() {}

    /// Of a file that is received. It contains the transfer's id, so that a person can tell what it belongs to.
    ///
    /// @param file its number in the offer
    /// @param attempt from 1; the next one where the name is taken
    public static String ofReceivedFile(TransferId transfer, long file, int attempt) {
        return PREFIX + transfer.hex() + "-" + file + numbered(attempt) + FILE_END;
    }

    /// Of the folder in which the folders of a transfer grow.
    ///
    /// @param attempt from 1; the next one where the name is taken
    public static String ofReceivedFolder(TransferId transfer, int attempt) {
        return PREFIX + transfer.hex() + numbered(attempt) + FOLDER_END;
    }

    /// Of a file that this computer itself writes, as an export: another one each time.
    public static String ofWrittenFile() {
        return PREFIX + UUID.randomUUID() + FILE_END;
    }

    private static String numbered(int attempt) {
        return attempt == 1 ? "" : "-" + attempt;
    }

    /// Whether something of this name is what we receive or write, and is not whole yet. The whole name counts: a file
    /// of the user's own may have a name with the same beginning.
    public static boolean isPartial(String name) {
        return isReceivedFile(name) || isReceivedFolder(name) || WRITTEN_HERE.matcher(name).matches();
    }

    public static boolean isReceivedFile(String name) {
        return RECEIVED_FILE.matcher(name).matches();
    }

    public static boolean isReceivedFolder(String name) {
        return RECEIVED_FOLDER.matcher(name).matches();
    }
}
