package io.landline.doctor;

import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Consumer;

/// Looks for the reason why a person is not seen. Any thread; takes some seconds.
public interface Examiner {
    /// One check has ended.
    ///
    /// @param ended how many have by now
    /// @param checks how many there are
    /// @param found by the one that ended just now
    record Progress(int ended, int checks, List<Finding> found) {
        public Progress {
            found = List.copyOf(found);
        }
    }

    /// Why a person may not be seen.
    ///
    /// @param progress is told of each check as it ends, on the threads of the checks, one call at a time
    /// @return all findings, in the order of their codes
    List<Finding> examine(Consumer<Progress> progress) throws InterruptedException;

    /// Why the computer of this name or address is not seen; the exchange of keys included.
    ///
    /// @param port of TCP
    List<Finding> examine(String host, int port, Consumer<Progress> progress)
            throws UnknownHostException, InterruptedException;
}
