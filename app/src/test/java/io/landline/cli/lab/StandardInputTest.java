package io.landline.cli.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.lab.LabMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a client of the Lab sends is what was typed.
class StandardInputTest {
    private static List<String> read(String bytes) throws Exception {
        var input = new StandardInput(true, new ByteArrayInputStream(bytes.getBytes(ISO_8859_1)));
        var read = new ArrayList<String>();
        for (String line; (line = input.next(LabMessage.NOTHING)) != null;) read.add(line);
        return read;
    }

    @Test
    void aLineThatIsNotUtf8IsPassedOverAndNeverChanged() throws Exception {
        assertEquals(List.of("one", "three"), read("one\ncaf\u00e9\nthree\n"));
    }

    @Test
    void aLineKeepsItsSpacesAndLosesItsEndAlone() throws Exception {
        assertEquals(List.of(" a ", "", "b\t", "last"), read(" a \n\r\nb\t\r\nlast"));
    }
}
