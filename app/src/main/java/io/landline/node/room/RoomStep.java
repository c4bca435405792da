package io.landline.node.room;

import org.jspecify.annotations.Nullable;

/// What is done while no room goes on as another one ([WordsDecisions#undisturbed]).
@FunctionalInterface
public interface RoomStep<T extends @Nullable Object, X extends Exception> {
    T run() throws X;
}
