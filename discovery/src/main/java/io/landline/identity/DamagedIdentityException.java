package io.landline.identity;

import java.nio.file.Path;

/// The files of an identity are there, but not whole. The message is for a person: what happened, what was kept, what
/// to do.
public final class DamagedIdentityException extends Exception {
    DamagedIdentityException(Path file, String what) {
        super("The identity of this profile cannot be used: " + file + " " + what
                + ". Nothing was changed. Put the file back from a copy, or run \"landline id --new\" to make a new"
                + " identity (people who know you will see a new person).");
    }

    DamagedIdentityException(Path file, String what, Throwable cause) {
        this(file, what);
        initCause(cause);
    }
}
