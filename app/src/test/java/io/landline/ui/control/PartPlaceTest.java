package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/// A part that few people ever see.
class PartPlaceTest {
    private final SimpleBooleanProperty wanted = new SimpleBooleanProperty();
    private final List<Region> made = new ArrayList<>();
    private final PartPlace<Region> place = new PartPlace<>(wanted, () -> {
        var part = new Region();
        part.visibleProperty().bind(wanted);
        made.add(part);
        return part;
    });

    @Test
    void nothingIsMadeBeforeItIsWanted() {
        assertNull(place.made());
        assertEquals(List.of(), place.getChildren());
        assertFalse(place.isVisible());
        assertFalse(place.isManaged(), "an empty place takes no room");
    }

    @Test
    void whatIsWantedIsMadeOnceAndThenSaysItselfWhenItIsSeen() {
        wanted.set(true);
        assertSame(made.getFirst(), place.made());
        assertTrue(place.isManaged());
        wanted.set(false);
        assertFalse(place.isManaged());
        wanted.set(true);
        assertTrue(place.isVisible());
        assertEquals(1, made.size());
        assertEquals(made, place.getChildren());
    }

    @Test
    void afterTheEndNothingIsMade() {
        place.close();
        wanted.set(true);
        assertNull(place.made());
    }
}
