package io.landline.settings;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Another node lives in the profile. The message names it, for a person.
public final class ProfileInUseException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient ProfileLock.@Nullable Owner owner;

    ProfileInUseException(String message, ProfileLock.@Nullable Owner owner) {
        super(message);
        this.owner = owner;
    }

    /// Who it is; null where its record could not be read.
    public ProfileLock.@Nullable Owner owner() {
        return owner;
    }
}
