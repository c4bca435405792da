package io.landline.filetransfer;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.swarm.LinkKind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/// What transfers need to know from outside.
///
/// @param identity our own: it signs hash pages
/// @param downloads the folder into which accepted files go, asked for each: the user may choose another; made
///        where it is missing
/// @param rule which offers are accepted without asking, asked for each offer
/// @param verdicts what the user decided of people
/// @param clock wall clock, for what outlives the program
/// @param limits how fast bytes may go and come
/// @param privateFiles what is never offered, looked at for each offer
/// @param standings decide which peer's frames are worked off first
/// @param link by what this node is in the network, asked when a swarm begins
public record TransferSettings(Identity identity, Supplier<Path> downloads, Supplier<AcceptRule> rule,
        UserVerdicts verdicts, Clock clock, SpeedLimits limits, Supplier<PrivateFiles> privateFiles,
        Standings standings, Supplier<LinkKind> link) {
    /// Without limits that anybody could set, nothing is private, and everybody is a member.
    public TransferSettings(Identity identity, Supplier<Path> downloads, Supplier<AcceptRule> rule,
            UserVerdicts verdicts, Clock clock) {
        this(identity, downloads, rule, verdicts, clock, SpeedLimits.ofThisComputer(),
                () -> PrivateFiles.NONE, _ -> Standing.MEMBER, () -> LinkKind.UNKNOWN);
    }

    public Fingerprint self() {
        return identity.fingerprint();
    }
}
