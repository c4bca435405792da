package io.landline.chat.act;

import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import java.util.List;

/// What somebody chose in a poll; the last vote of a person counts.
///
/// @param choices numbers of options from 0, each once; none takes the vote back
public record Vote(Reference target, List<Integer> choices) implements Act {
    public Vote {
        choices = List.copyOf(choices);
        if (choices.size() > Poll.OPTIONS_MAX || ActBody.hasTwice(choices)) {
            throw new IllegalArgumentException("choices " + choices);
        }
    }

    public static Vote ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        List<Integer> choices = fields.numbers("choices", Poll.OPTIONS_MAX, 0, Poll.OPTIONS_MAX - 1);
        if (ActBody.hasTwice(choices)) throw new MalformedJsonException("an option is chosen twice");
        return new Vote(Reference.read(fields, ActBody.TARGET), choices);
    }

    @Override
    public byte[] toBody() {
        JsonObject json = ActBody.about(target);
        json.add("choices", ActBody.numbers(choices));
        return ActBody.bytes(json);
    }
}
