package io.landline.chat.act;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.json.JsonFields;
import io.landline.json.MalformedJsonException;
import java.util.List;

/// A question to everybody in the conversation: the body of an entry that is shown, and that votes and its close name.
///
/// @param many whether a person may choose several options
/// @param hidden whether people see the result only when it is closed
public record Poll(String question, List<String> options, boolean many, boolean hidden) {
    /// In UTF-8 bytes.
    public static final int QUESTION_BYTES_MAX = 1_024;
    /// In UTF-8 bytes, of each option.
    public static final int OPTION_BYTES_MAX = 256;
    /// With one there is nothing to choose.
    public static final int OPTIONS_MIN = 2;
    /// As many as are still read before one chooses.
    public static final int OPTIONS_MAX = 12;

    public Poll {
        options = List.copyOf(options);
        if (!fits(question, options)) throw new IllegalArgumentException("a poll that does not fit");
    }

    /// Whether such a poll may be asked. The window asks this before it enables the button; reading asks the same.
    public static boolean fits(String question, List<String> options) {
        return ActBody.isFilled(question, QUESTION_BYTES_MAX) && OPTIONS_MIN <= options.size()
                && options.size() <= OPTIONS_MAX
                && options.stream().allMatch(each -> ActBody.isFilled(each, OPTION_BYTES_MAX));
    }

    /// Whether two options read the same. Nobody is let ask so; who asks in another way is read all the same.
    public static boolean repeats(List<String> options) {
        return options.stream().map(String::strip).distinct().count() < options.size();
    }

    public static Poll ofBody(byte[] body) throws MalformedJsonException {
        JsonFields fields = ActBody.read(body);
        String question = fields.text("question", QUESTION_BYTES_MAX);
        List<String> options = fields.texts("options", OPTIONS_MAX, OPTION_BYTES_MAX);
        if (!fits(question, options)) throw new MalformedJsonException("a poll without question or options");
        return new Poll(question, options, fields.flag("many"), fields.flag("hidden"));
    }

    public byte[] toBody() {
        var json = new JsonObject();
        json.addProperty("question", question);
        var array = new JsonArray(options.size());
        options.forEach(array::add);
        json.add("options", array);
        json.addProperty("many", many);
        json.addProperty("hidden", hidden);
        return ActBody.bytes(json);
    }

    /// Whether these choices may be made in it.
    public boolean allows(List<Integer> choices) {
        return (many || choices.size() <= 1)
                && choices.stream().allMatch(choice -> 0 <= choice && choice < options.size());
    }
}
