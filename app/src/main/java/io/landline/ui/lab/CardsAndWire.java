package io.landline.ui.lab;

import io.landline.ui.control.Visibility;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The cards and what passes between their programs: side by side in a wide window, else one below the other. JavaFX
/// thread.
final class CardsAndWire extends Region {
    /// In `em`: a card and a diagram need this much side by side.
    private static final double BESIDE_MIN_EM = 56;
    private static final double GAP_EM = 1;
    /// The rest is for what passes on the wire: people look at that most.
    private static final double CARDS_SHARE = 0.4;

    private final Region cards;
    private final Region wire;
    /// Has the font of all around it.
    private final Text letter = new Text();

    CardsAndWire(Region cards, Region wire) {
        this.cards = cards;
        this.wire = wire;
        Visibility.show(letter, false);
        getChildren().addAll(cards, wire, letter);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(cards.prefWidth(-1), wire.prefWidth(-1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /// Gives the height of both; moves them where `moves`.
    private double place(double width, boolean moves) {
        double em = letter.getFont().getSize();
        double gap = snapSpaceX(GAP_EM * em);
        boolean beside = width >= BESIDE_MIN_EM * em;
        double cardsWidth = beside ? snapSizeX(Math.floor((width - gap) * CARDS_SHARE)) : width;
        double wireLeft = beside ? cardsWidth + gap : 0;
        double wireWidth = width - wireLeft;
        double cardsHeight = snapSizeY(cards.prefHeight(cardsWidth));
        double wireTop = beside ? 0 : cardsHeight + gap;
        double wireHeight = Math.max(snapSizeY(wire.prefHeight(wireWidth)), beside ? cardsHeight : 0);
        if (moves) {
            wireHeight = Math.max(wireHeight, getHeight() - wireTop); // down to the window's edge
            cards.resizeRelocate(0, 0, cardsWidth, cardsHeight);
            wire.resizeRelocate(wireLeft, wireTop, wireWidth, wireHeight);
        }
        return Math.max(cardsHeight, wireTop + wireHeight);
    }
}
