package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import java.util.List;

/// The end of a poll, with the counts that its author saw: they are what shows from then on, so votes that were on
/// their way change nothing any more. Or the end of a hand-in box, without counts. Counts from the author of either.
///
/// @param counts people for each option
public record Close(Reference target, List<Integer> counts) implements Act {
    /// More people than any room has.
    public static final int COUNT_MAX = 100_000;

    public Close {
        counts = List.copyOf(counts);
        if (counts.size() > Poll.OPTIONS_MAX) throw new IllegalArgumentException("counts " + counts);
    }

    public static Close ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        return new Close(Reference.read(fields, ActBody.TARGET),
                fields.numbers("counts", Poll.OPTIONS_MAX, 0, COUNT_MAX));
    }

    @Override
    public byte[] toBody() {
        JsonObject json = ActBody.about(target);
        json.add("counts", ActBody.numbers(counts));
        return ActBody.bytes(json);
    }
}
