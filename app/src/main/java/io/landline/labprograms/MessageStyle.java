package io.landline.labprograms;

import io.landline.lab.Payload;
import java.util.function.Predicate;

/// What a client's messages look like on the command line. Immutable; any thread.
///
/// @param keepsLines what is received has lines that a person wants to see as such (a web page)
/// @param hidden messages that are told in another way (packets of a measurement)
public record MessageStyle(boolean keepsLines, Predicate<Payload> hidden) {
    public static final MessageStyle ALL = new MessageStyle(false, _ -> false);
    static final MessageStyle NONE = new MessageStyle(false, _ -> true);

    static MessageStyle without(Predicate<Payload> hidden) {
        return new MessageStyle(false, hidden);
    }
}
