package io.landline.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.node.Node;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What each release stored in a profile is found by this version, and told as that release told it.
class RecordedProfileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"0.1.0"})
    void aProfileOfThisReleaseAnswersAsItDidThen(String version) throws Exception {
        try (InputStream archive = RecordedProfileTest.class.getResourceAsStream(
                "/io/landline/recorded/" + version + "-profile.zip")) {
            RecordedProfile.unpack(archive, folder.toRealPath());
        }
        List<String> told = Files.readAllLines(folder.resolve(RecordedProfile.ANSWERS));
        assertTrue(told.size() >= 24, "a question and its answer, in turn");
        Node ada = RecordedProfile.open(folder.toRealPath());
        try {
            for (int i = 0; i < told.size(); i += 2) {
                JsonObject then = JsonParser.parseString(told.get(i + 1)).getAsJsonObject();
                JsonObject now = RecordedProfile.answer(ada, told.get(i));
                RecordedProfile.leaveOutNew(now, then);
                assertEquals(then, now, told.get(i));
            }
        } finally {
            ada.close();
        }
    }
}
