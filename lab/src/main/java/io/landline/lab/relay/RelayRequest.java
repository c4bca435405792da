package io.landline.lab.relay;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a peer asks of the relay, taken apart: `to:127.0.0.1/58181;content:hello`.
sealed interface RelayRequest {
    /// Tell me my address.
    record WhoAmI() implements RelayRequest {}

    /// End.
    record Exit() implements RelayRequest {}

    /// @param port as written; may lie outside of what ports are
    record Forward(String host, String port, String message) implements RelayRequest {}

    /// The code that the peer gets, bare.
    record Wrong(String code) implements RelayRequest {}

    Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d+");

    /// In the order of the course's table: the first rule that is broken gives the code.
    static RelayRequest parse(String text) {
        if (text.equalsIgnoreCase("hii")) return new WhoAmI();
        if (text.equals("exit server")) return new Exit();
        int semicolon = text.indexOf(';');
        if (semicolon < 0) return new Wrong("400");
        String header = text.substring(0, semicolon);
        String data = text.substring(semicolon + 1);
        if (count(header, ':') != 1 || count(header, '/') != 1 || count(data, ':') != 1) return new Wrong("401");
        if (!word(header).equals("to")) return new Wrong("402");
        String address = header.substring(header.indexOf(':') + 1);
        int slash = address.indexOf('/');
        String port = address.substring(slash + 1).strip();
        if (!WHOLE_NUMBER.matcher(port).matches()) return new Wrong("403");
        if (!word(data).equals("content")) return new Wrong("404");
        return new Forward(address.substring(0, slash).strip(), port, data.substring(data.indexOf(':') + 1).strip());
    }

    private static String word(String part) {
        return part.substring(0, part.indexOf(':')).strip().toLowerCase(Locale.ROOT);
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }
}
