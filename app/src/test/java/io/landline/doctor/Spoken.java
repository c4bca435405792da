package io.landline.doctor;

/// A finding as commands print it, for tests that look at its sentences.
final class Spoken {
    private static final Wording WORDING = Wording.ofCommands();

    private Spoken() {}

    static String evidence(Finding finding) {
        return WORDING.say(finding.evidence());
    }

    static String remedy(Finding finding) {
        return WORDING.say(finding.remedy());
    }
}
