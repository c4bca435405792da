package io.landline.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.language.Language;
import io.landline.node.port.Chats.Kind;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationFormatterTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void namesOfFilesHaveABoxOnlyForWhatSteersThem(Language language) {
        var room = PlainRecords.conversation("#class", Kind.ROOM, "class", null, true, 1, null);
        var news = new News.FilesOffered("#class", "Max", List.of("plan.pdf", "more\u202E.pdf"));
        String body = new NotificationFormatter(language).content(new Notification(room, 1, news, true, false)).body();
        assertTrue(body.contains("more\u25A1.pdf"), body);
        assertEquals(1, body.chars().filter(each -> each == '\u25A1').count(), body);
    }
}
