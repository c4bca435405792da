package io.landline.doctor.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.doctor.system.SendErrors.Words;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class SendErrorsTest {
    private static final Path GERMAN_WORDS = Path.of("/usr/share/locale/de/LC_MESSAGES/libc.mo");
    private static final Path GERMAN = Path.of("/usr/share/i18n/locales/de_DE");

    @TempDir
    private Path folder;

    @Test
    void whatAFirewallSaysIsInEnglishInEachLanguage() {
        var german = new Words("Die Operation ist nicht erlaubt", "Keine Berechtigung");
        assertEquals("operation not permitted", german.inEnglish("Die Operation ist nicht erlaubt"));
        assertEquals("permission denied", german.inEnglish("Keine Berechtigung"));
        assertEquals("Operation not permitted", german.inEnglish("Operation not permitted"));
        assertEquals("Das Netzwerk ist nicht erreichbar", german.inEnglish("Das Netzwerk ist nicht erreichbar"));
    }

    @Test
    void anErrorWithoutWordsHasItsName() {
        assertEquals("java.net.SocketException", SendErrors.inEnglish(new SocketException()));
    }

    /// As a program of its own: Java reads the language of the system once.
    @Test
    @EnabledOnOs(OS.LINUX)
    void theWordsOfASystemInGermanAreKnown() throws Exception {
        assumeTrue(Files.exists(GERMAN_WORDS) && Files.exists(GERMAN), "this system speaks no German");
        run(List.of("localedef", "-i", "de_DE", "-f", "UTF-8", folder.resolve("de_DE.UTF-8").toString()));
        assertEquals(List.of("Die Operation ist nicht erlaubt", "Keine Berechtigung"),
                run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                        PrintedWords.class.getName())));
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        Path said = folder.resolve("said");
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(said.toFile());
        builder.environment().put("LOCPATH", folder.toString());
        builder.environment().put("LC_ALL", "de_DE.UTF-8");
        builder.environment().remove("LANGUAGE");
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS),
                    () -> command.getFirst() + " goes on");
        } finally {
            process.destroyForcibly();
        }
        return Files.readAllLines(said);
    }

    /// The program.
    static final class PrintedWords {
        private PrintedWords() {}

        static void main() {
            System.out.println(Words.OF_THIS_SYSTEM.notPermitted());
            System.out.println(Words.OF_THIS_SYSTEM.denied());
        }
    }
}
