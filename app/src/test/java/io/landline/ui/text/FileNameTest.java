package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            # name, what is shown of it, its extension, its kind
            holiday.jpg,          holiday,          .jpg,    PICTURE
            archive.tar.gz,       archive.tar,      .gz,     ARCHIVE
            README,               README,           '',      OTHER
            .bashrc,              .bashrc,          '',      OTHER
            a.,                   a.,               '',      OTHER
            invoice\u202efdp.exe, invoice\u202efdp, .exe,    PROGRAM
            song.mp3.scr,         song.mp3,         .scr,    PROGRAM
            photo.jpg.EXE,        photo.jpg,        .EXE,    PROGRAM
            evil.e\u200bxe,       evil,             .exe,    PROGRAM
            'evil.exe. . ',       evil,             .exe,    PROGRAM
            C:\\fake\\x.pdf,      x,                .pdf,    TEXT
            a/b/c.png,            c,                .png,    PICTURE
            see you at 5. Then we go home, see you at 5. Then we go home, '', OTHER
            """)
    void h41_theTrueExtensionIsShownApart(String name, String stem, String extension, FileKind kind) {
        FileName file = FileName.of(name);
        assertEquals(stem, file.stem());
        assertEquals(extension, file.extension());
        assertEquals(kind, file.kind());
    }
}
