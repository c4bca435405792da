package io.landline.doctor;

/// One thing that was looked for, and how it stands.
///
/// @param evidence what was seen, as one or two sentences; may hold what peers call themselves
/// @param remedy what a person does about it; empty where nothing is to be done
/// @param commands what of the remedy can be typed as it stands, a line each; empty where nothing can
public record Finding(FindingCode code, FindingState state, DoctorMessage evidence, DoctorMessage remedy,
        String commands) {
    public Finding(FindingCode code, FindingState state, DoctorMessage evidence, DoctorMessage remedy) {
        this(code, state, evidence, remedy, "");
    }

    public static Finding ok(FindingCode code, DoctorMessage evidence) {
        return new Finding(code, FindingState.OK, evidence, DoctorMessage.NONE);
    }

    public static Finding note(FindingCode code, DoctorMessage evidence, DoctorMessage remedy) {
        return new Finding(code, FindingState.NOTE, evidence, remedy);
    }

    public static Finding bad(FindingCode code, DoctorMessage evidence, DoctorMessage remedy) {
        return new Finding(code, FindingState.BAD, evidence, remedy);
    }

    public static Finding unknown(FindingCode code, DoctorMessage evidence) {
        return new Finding(code, FindingState.UNKNOWN, evidence, DoctorMessage.NONE);
    }

    /// The same, as something that keeps nobody out.
    public Finding asNote() {
        return new Finding(code, FindingState.NOTE, evidence, remedy, commands);
    }

    public Finding withCommands(String lines) {
        return new Finding(code, state, evidence, remedy, lines);
    }
}
