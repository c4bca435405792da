package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.Checkout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// No reason is read out of an exception's message: an exception says by its type what happened.
class MessageReadingTest {
    /// The JDK tells a full disk, what is wrong with a socket, and that too many files are open in no other way than by
    /// the system's message.
    private static final Set<String> NO_OTHER_WAY = Set.of(
            "app/src/main/java/io/landline/log/OpenFileLimit.java",
            "lab/src/main/java/io/landline/lab/net/Failures.java",
            "transfer/src/main/java/io/landline/filetransfer/partial/DiskFailure.java");

    @Test
    void noReasonIsReadOutOfAMessage() throws IOException {
        Map<String, String> sources = Checkout.read()
                .texts(name -> name.endsWith(".java") && name.contains("src/main/"));
        var files = new TreeSet<String>();
        for (String place : MessageReading.places(sources)) files.add(place.substring(0, place.lastIndexOf(':')));
        assertEquals(new TreeSet<>(NO_OTHER_WAY), files);
    }

    @Test
    void readingOutOfAMessageIsFound() throws IOException {
        for (String broken : List.of("if (e.getMessage().contains(\"refused\")) {}",
                "boolean b = \"lost\".equals(e.getMessage());",
                "String why = e.getMessage();\nboolean b = why != null && why.startsWith(\"no\");",
                "String why = String.valueOf(e.getMessage()).toLowerCase();\nboolean b = why.contains(\"a\");",
                "String why = (e.getMessage() == null ? \"\" : e.getMessage());\nboolean b = why.contains(\"a\");",
                "String why = e.getMessage();\nboolean b = all.stream().anyMatch(why::contains);")) {
            assertEquals(1, places(broken).size(), broken);
        }
        assertEquals(List.of("A.java:4"), places("int a = 1;\nboolean b = e.getMessage().equals(\"x\");"));
    }

    @Test
    void passingAMessageOnIsAllowed() throws IOException {
        for (String kept : List.of("String why = e.getMessage();\nsay(why == null ? \"\" : why);",
                "boolean b = name.contains(\"a\");", "String why = e.getMessage();\nboolean b = why.isBlank();")) {
            assertEquals(List.of(), places(kept), kept);
        }
    }

    private static List<String> places(String body) throws IOException {
        return MessageReading.places(Map.of("A.java", "class A {\nvoid m() {\n" + body + "\n}\n}\n"));
    }
}
