package io.landline.doctor;

/// A finding as commands print it, for tests that look at its sentences.
final class PrintedFinding {
    private static final DoctorMessageFormatter WORDING = DoctorMessageFormatter.ofCommands();

    private PrintedFinding() {}

    static String evidence(Finding finding) {
        return WORDING.format(finding.evidence());
    }

    static String remedy(Finding finding) {
        return WORDING.format(finding.remedy());
    }
}
