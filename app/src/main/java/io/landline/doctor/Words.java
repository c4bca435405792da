package io.landline.doctor;

import java.util.ArrayList;
import java.util.List;

/// What the doctor says, in no language yet: sentences by their keys in the bundles beside this package, with what
/// stands in their places. [Wording] puts it into one. Immutable.
public record Words(List<Sentence> sentences) {
    public static final Words NONE = new Words(List.of());
    /// Of a crowd; the rest is counted.
    static final int NAMED_MAX = 5;

    /// @param places as `String` what is the same in every language (addresses, names, commands, what the system said),
    ///            as `Integer` what is counted, as [Words] what differs; or a list of these, which commas part
    public record Sentence(String key, List<Object> places) {
        public Sentence {
            places = List.copyOf(places);
        }
    }

    public Words {
        sentences = List.copyOf(sentences);
    }

    public static Words of(String key, Object... places) {
        return new Words(List.of(new Sentence(key, List.of(places))));
    }

    /// The first of many, and how many more there are.
    static Words some(List<String> all) {
        int more = all.size() - NAMED_MAX;
        return more <= 0 ? of("some", all) : of("some.more", all.subList(0, NAMED_MAX), more);
    }

    /// These, and then those.
    public Words and(Words more) {
        var both = new ArrayList<>(sentences);
        both.addAll(more.sentences);
        return new Words(both);
    }

    public boolean isEmpty() {
        return sentences.isEmpty();
    }
}
