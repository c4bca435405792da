package io.landline.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionFinderTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            Zoë,     'Zoë, are you here?',   true
            Zoë,     'is @zoe here',         true
            Zoë,     'ZOE',                  true
            Zoë,     'zoey was here',        false
            Zoë,     'the zoey, the zoe',    true
            Max,     'maximum',              false
            Max,     'climax',               false
            Max M.,  'ask max m. for it',    true
            Max,     '',                     false
            '',      'anything at all',      false
            ' ',     'anything at all',      false
            李,      '你好 李！',              true
            (a+)+$,  'aaaaaaaaaaaaaaaaaaaa', false
            """)
    void aNameCountsAsAWordOfItsOwn(String name, String text, boolean named) {
        assertEquals(named, MentionFinder.isNamed(name, text));
    }
}
