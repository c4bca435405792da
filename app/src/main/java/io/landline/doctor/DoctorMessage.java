package io.landline.doctor;

import java.util.ArrayList;
import java.util.List;

/// What the doctor says, in no language yet: sentences by their keys in the bundles beside this package, with what
/// stands in their places. [DoctorMessageFormatter] puts it into one. Immutable.
public record DoctorMessage(List<Sentence> sentences) {
    public static final DoctorMessage NONE = new DoctorMessage(List.of());
    /// Of a crowd; the rest is counted.
    public static final int NAMED_MAX = 5;

    /// @param places as `String` what is the same in every language (addresses, names, commands, what the system said),
    ///            as `Integer` what is counted, as [DoctorMessage] what differs; or a list of these, which commas part
    public record Sentence(String key, List<Object> places) {
        public Sentence {
            places = List.copyOf(places);
        }
    }

    public DoctorMessage {
        sentences = List.copyOf(sentences);
    }

    public static DoctorMessage of(String key, Object... places) {
        return new DoctorMessage(List.of(new Sentence(key, List.of(places))));
    }

    /// The first of many, and how many more there are.
    public static DoctorMessage some(List<String> all) {
        int more = all.size() - NAMED_MAX;
        return more <= 0 ? of("some", all) : of("some.more", all.subList(0, NAMED_MAX), more);
    }

    /// These, and then those.
    public DoctorMessage and(DoctorMessage more) {
        var both = new ArrayList<>(sentences);
        both.addAll(more.sentences);
        return new DoctorMessage(both);
    }

    /// Whether it says, as a remedy, that nothing has to be done: its keys end so.
    public boolean asksForNothing() {
        return sentences.stream().allMatch(each -> each.key().endsWith(".nothing"));
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }
}
