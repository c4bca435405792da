package io.landline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that sources give to threads and queues, with [#CHANGES] in the place of what is not fixed.
final class ThreadNames {
    static final String CHANGES = "…";
    /// Calls that are given the name of a thread, up to that argument.
    private static final List<Pattern> CALLS = List.of(
            Pattern.compile("Thread\\s*\\.of(?:Virtual|Platform)\\(\\)[^;{]*?\\.name\\(\\s*"),
            Pattern.compile("SerialQueue\\.Settings(?:\\.lowest)?\\(\\s*"),
            Pattern.compile("BulkThread\\.start\\(\\s*"),
            Pattern.compile("CatchUp\\.atOnce\\(\\s*"),
            Pattern.compile("new (?:StepWorker|PacedEvents|PersonQueue|DesktopOrders<>|LineQueue<>)\\(\\s*"),
            Pattern.compile("new SwarmStart\\(\\w+, "),
            Pattern.compile("reads\\.start\\(\\s*"),
            Pattern.compile("outbox\\.takenBy\\("),
            Pattern.compile("[ .](?:start|thread)\\((?=\"|[A-Z_]+[ ,])"));
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([^\"]+)\";");

    private ThreadNames() {}

    /// @param sources a file's name, and its text
    /// @param given classes that are given the names of their threads by callers which [#CALLS] finds
    /// @return all names; for a class whose names are not to be seen, its own name with a question mark
    static Set<String> of(Map<String, String> sources, Set<String> given) {
        var names = new TreeSet<String>();
        sources.forEach((file, text) -> {
            String type = file.replaceAll(".*/|\\.java$", "");
            for (Pattern call : CALLS) {
                Matcher found = call.matcher(text);
                while (found.find()) {
                    String name = name(argument(text, found.end()), text);
                    if (!name.startsWith(CHANGES)) {
                        names.add(name);
                    } else if (!given.contains(type)) {
                        names.add(type + "?");
                    }
                }
            }
        });
        return names;
    }

    /// From here to the comma or bracket that ends it.
    private static String argument(String text, int from) {
        int open = 0;
        int end = from;
        for (; end < text.length(); end++) {
            char sign = text.charAt(end);
            if (open == 0 && (sign == ',' || sign == ')')) break;
            if (sign == '(') open++;
            if (sign == ')') open--;
        }
        return text.substring(from, end);
    }

    private static String name(String argument, String text) {
        var name = new StringBuilder();
        for (String part : argument.split("\\s*\\+\\s*")) {
            String known = part.startsWith("\"") ? part.replace("\"", "") : constant(part, text);
            boolean changesAlready = known.equals(CHANGES) && name.toString().endsWith(CHANGES);
            if (!changesAlready) name.append(known);
        }
        return name.toString();
    }

    private static String constant(String name, String text) {
        return CONSTANT.matcher(text)
                .results()
                .filter(each -> each.group(1).equals(name))
                .map(each -> each.group(2))
                .findFirst()
                .orElse(CHANGES);
    }
}
