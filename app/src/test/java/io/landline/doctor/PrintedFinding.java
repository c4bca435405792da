package io.landline.doctor;

/// A finding as commands print it, for tests that look at its sentences.
public final class PrintedFinding {
    private static final DoctorMessageFormatter WORDING = DoctorMessageFormatter.ofCommands();

    private PrintedFinding() {}

    public static String evidence(Finding finding) {
        return WORDING.format(finding.evidence());
    }

    public static String remedy(Finding finding) {
        return WORDING.format(finding.remedy());
    }
}
