package io.landline.ui.chats.message;

import io.landline.ui.chats.part.Avatar;
import io.landline.ui.look.Icon;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A row with a bubble: one's own on the right, another's on the left, beside its author's picture. Both sides are of
/// one column in the middle. JavaFX thread.
public final class BubbleRow extends Region {
    /// Of the row's width: narrow enough to see which side wrote it.
    private static final double WIDTH_SHARE_MAX = 0.82;
    /// In letters' heights: a column so narrow has no width to give away, and the side is told by the colour.
    private static final double SHARED_EM_MIN = 18;
    /// In letters' heights: longer lines are hard to read.
    private static final double WIDTH_EM_MAX = 42;
    /// In letters' heights, of both sides together: on a wide screen an answer stands near to what it answers.
    public static final double COLUMN_EM_MAX = 60;

    private final Avatar avatar;
    private final Node bubble;
    private final Icon check = new Icon(Feather.CIRCLE);
    private @Nullable HoverBar beside;
    private boolean own;
    private boolean pictured;
    private boolean checkable;

    public BubbleRow(Avatar avatar, Node bubble) {
        this.avatar = avatar;
        this.bubble = bubble;
        getStyleClass().add("chats-bubble-row");
        check.getStyleClass().add("chats-check");
        check.setVisible(false);
        getChildren().addAll(avatar, bubble);
    }

    /// Stands beside the bubble, towards the middle, as far as there is room.
    public void add(HoverBar besideBubble) {
        beside = besideBubble;
        getChildren().add(besideBubble);
    }

    /// The mouse is on another message.
    public void hideBar() {
        if (beside != null) beside.hide();
    }

    /// @param isActive whether there is room for a mark beside each message
    /// @param isSelectable whether this one has a mark
    /// @param isSelected which
    public void showCheck(boolean isActive, boolean isSelectable, boolean isSelected) {
        checkable = isActive;
        if (!isActive && check.getParent() == null) return;
        if (check.getParent() == null) getChildren().add(check);
        check.setVisible(isActive && isSelectable);
        check.show(isSelected ? Feather.CHECK_CIRCLE : Feather.CIRCLE);
        requestLayout();
    }

    /// @param isOwn whether it stands on the right
    /// @param hasPictures whether others' rows keep room for a picture
    /// @param showsPicture whether this one shows it
    public void show(boolean isOwn, boolean hasPictures, boolean showsPicture) {
        own = isOwn;
        pictured = hasPictures && !isOwn;
        avatar.setVisible(pictured && showsPicture);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double pictureWidth() {
        return pictured ? snapSizeX(avatar.prefWidth(-1) * 1.25) : 0;
    }

    private double checkWidth() {
        return checkable ? snapSizeX(avatar.prefWidth(-1)) : 0;
    }

    private double em() {
        return avatar.prefWidth(-1) / 2; // the picture is two em wide
    }

    /// Of both sides.
    private double columnWidth(double width) {
        return snapSizeX(
                Math.min(width - snappedLeftInset() - snappedRightInset() - checkWidth(), COLUMN_EM_MAX * em()));
    }

    private double bubbleWidth(double width) {
        double room = columnWidth(width) - pictureWidth();
        double share = room < SHARED_EM_MIN * em() ? 1 : WIDTH_SHARE_MAX;
        double most = Math.min(room * share, WIDTH_EM_MAX * em());
        return snapSizeX(Math.min(bubble.prefWidth(-1), Math.max(0, most)));
    }

    @Override
    protected double computePrefHeight(double width) {
        double content = bubble.prefHeight(bubbleWidth(width));
        return snappedTopInset() + snapSizeY(content) + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double wide = bubbleWidth(getWidth());
        double high = getHeight() - snappedTopInset() - snappedBottomInset();
        double column = columnWidth(getWidth());
        double left = snapPositionX(
                (getWidth() + snappedLeftInset() - snappedRightInset() - column + checkWidth()) / 2);
        double x = own ? left + column - wide : left + pictureWidth();
        bubble.resizeRelocate(x, snappedTopInset(), wide, high);
        if (beside != null) placeBeside(beside, x, wide);
        check.relocate(snapPositionX(left - checkWidth()),
                snapPositionY(snappedTopInset() + (high - check.getLayoutBounds().getHeight()) / 2));
        double size = avatar.prefWidth(-1);
        avatar.resizeRelocate(left, getHeight() - snappedBottomInset() - size, size, size);
    }

    private void placeBeside(HoverBar bar, double bubbleX, double bubbleWidth) {
        double gap = em() / 2;
        double end = bubbleX + bubbleWidth;
        bar.fit((own ? bubbleX - snappedLeftInset() : getWidth() - snappedRightInset() - end) - gap);
        double wide = snapSizeX(bar.prefWidth(-1));
        double high = snapSizeY(bar.prefHeight(-1));
        double x = own ? bubbleX - gap - wide : end + gap;
        bar.resizeRelocate(snapPositionX(x), snapPositionY(getHeight() - snappedBottomInset() - high), wide, high);
    }
}
