package io.landline.doctor;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Whether another Landline near us speaks another version of presence.
final class VersionCheck implements Check {
    private final Crowd crowd;

    VersionCheck(Crowd crowd) { this.crowd = crowd; }

    @Override
    public Set<Code> codes() {
        return Set.of(Code.OTHER_VERSION);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Voice> heard = crowd.listen();
        List<Words> others = heard.stream()
                .filter(voice -> !voice.foreignVersion().isEmpty())
                .sorted(Comparator.comparing(voice -> voice.from().getHostAddress()))
                .map(voice -> Words.of("version.other.at", voice.from().getHostAddress(), voice.foreignVersion()))
                .distinct()
                .limit(Words.NAMED_MAX)
                .toList();
        if (!others.isEmpty()) {
            return List.of(Finding.note(Code.OTHER_VERSION, Words.of("version.other", others),
                    Words.of("version.other.remedy")));
        }
        return List.of(heard.isEmpty()
                ? Finding.unknown(Code.OTHER_VERSION, Words.of("nobody.heard"))
                : Finding.ok(Code.OTHER_VERSION, Words.of("version.ok")));
    }
}
