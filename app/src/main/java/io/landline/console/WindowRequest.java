package io.landline.console;

import io.landline.room.JoinLink;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody who starts Landline asks of its window, also of one that is open already: to come to the front, and
/// perhaps more. Immutable; any thread.
///
/// @param link fills in the form with which a room is joined; null where no link was given
/// @param brokenLink whether a link was given that is broken: the window says so
/// @param files to be sent, by their whole paths: the window asks to whom; empty for none
/// @param minimized whether it does not come to the front at all: it starts minimized, and one that is open stays as it
///        is
public record WindowRequest(@Nullable JoinLink link, boolean brokenLink, List<Path> files, boolean minimized) {
    /// Only to come to the front.
    public static final WindowRequest FRONT = new WindowRequest(null, List.of());

    /// To say that the link is broken.
    public static final WindowRequest BROKEN_LINK = new WindowRequest(null, true, List.of(), false);

    /// One that comes to the front.
    public WindowRequest(@Nullable JoinLink link, List<Path> files) { this(link, files, false); }

    public WindowRequest(@Nullable JoinLink link, List<Path> files, boolean minimized) {
        this(link, false, files, minimized);
    }

    public WindowRequest {
        files = List.copyOf(files);
    }
}
