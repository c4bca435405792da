package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.picture.PictureSize;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

/// How large a picture in large is, and which part of it is seen.
class PictureZoomTest {
    private static final double EXACT = 1e-6;

    private final PictureZoom zoom = new PictureZoom(new PictureSize(4_000, 3_000));

    PictureZoomTest() {
        zoom.place(800, 600);
    }

    /// The place of the picture, from 0 to 1, that is at this point.
    private Point2D under(double x, double y) {
        Rectangle2D now = zoom.bounds();
        return new Point2D((x - now.getMinX()) / now.getWidth(), (y - now.getMinY()) / now.getHeight());
    }

    private void assertCovers() {
        Rectangle2D now = zoom.bounds();
        assertTrue(now.getMinX() <= EXACT && now.getMinY() <= EXACT, now.toString());
        assertTrue(now.getMaxX() >= 800 - EXACT && now.getMaxY() >= 600 - EXACT, now.toString());
    }

    @Test
    void itFitsAtFirstAndFitsAgainInAnotherPlace() {
        assertEquals(new Rectangle2D(0, 0, 800, 600), zoom.bounds());
        assertFalse(zoom.isMovable());
        zoom.place(400, 600);
        assertEquals(new Rectangle2D(0, 150, 400, 300), zoom.bounds());
    }

    @Test
    void whatIsUnderTheMouseStaysThere() {
        var at = new Point2D(200, 450);
        Point2D before = under(200, 450);
        for (int i = 0; i < 5; i++) zoom.step(1, at);
        assertTrue(zoom.scale() > 0.5);
        assertEquals(before.getX(), under(200, 450).getX(), EXACT);
        assertEquals(before.getY(), under(200, 450).getY(), EXACT);
        zoom.step(-5, at);
        assertEquals(new Rectangle2D(0, 0, 800, 600), zoom.bounds());
    }

    @Test
    void itIsNeverSmallerThanFitsNorLargerThanEightTimes() {
        zoom.step(-3);
        assertEquals(0.2, zoom.scale(), EXACT);
        zoom.step(1_000);
        assertEquals(PictureZoom.SCALE_MAX, zoom.scale(), EXACT);
        zoom.show(new PictureSize(40, 30));
        assertEquals(1, zoom.scale(), EXACT);
        zoom.step(-1);
        assertEquals(new Rectangle2D(380, 285, 40, 30), zoom.bounds());
    }

    @Test
    void itIsMovedToItsEdgesAndAtOnceBack() {
        zoom.toggle(new Point2D(400, 300));
        assertEquals(1, zoom.scale(), EXACT);
        assertTrue(zoom.isMovable());
        zoom.move(100_000, -100_000);
        assertCovers();
        assertEquals(0, zoom.bounds().getMinX(), EXACT);
        assertEquals(600, zoom.bounds().getMaxY(), EXACT);
        zoom.move(-10, 10);
        assertEquals(-10, zoom.bounds().getMinX(), EXACT);
        assertEquals(610, zoom.bounds().getMaxY(), EXACT);
    }

    @Test
    void whatHasRoomStaysInTheMiddle() {
        zoom.show(new PictureSize(100, 2_000));
        zoom.toggle(new Point2D(0, 0));
        assertEquals(350, zoom.bounds().getMinX(), EXACT);
        assertEquals(0, zoom.bounds().getMinY(), EXACT);
        zoom.move(50, 0);
        assertEquals(350, zoom.bounds().getMinX(), EXACT);
    }

    @Test
    void aDoubleClickGoesToItsSizeAndFromAnyOtherBack() {
        zoom.toggle(new Point2D(800, 600));
        assertEquals(1, zoom.scale(), EXACT);
        assertCovers();
        zoom.step(1);
        zoom.toggle(new Point2D(0, 0));
        assertEquals(new Rectangle2D(0, 0, 800, 600), zoom.bounds());
    }

    @Test
    void aSmallerWindowKeepsTheScaleAndNoEmptyEdge() {
        zoom.toggle(new Point2D(0, 0));
        zoom.place(400, 300);
        assertEquals(1, zoom.scale(), EXACT);
        zoom.place(800, 600);
        assertCovers();
    }
}
