package io.landline.ui.transfers;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// Where files go that a person adds to an own offer. Immutable; JavaFX thread.
///
/// @param possible whether anything can be sent there now; after a change [TransferCard#look] is to be called
/// @param offer offers files in a conversation, as events name it
public record FurtherFiles(BooleanSupplier possible, BiConsumer<String, List<Path>> offer) {}
