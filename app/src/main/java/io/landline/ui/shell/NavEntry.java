package io.landline.ui.shell;

import io.landline.ui.page.Page;
import java.util.function.Supplier;
import javafx.beans.value.ObservableIntegerValue;
import org.kordamp.ikonli.feather.Feather;

/// A page in the navigation, made when it is first shown.
///
/// @param id for the keyboard's order, for tests and for style
/// @param badge a number beside the icon; 0 shows none
public record NavEntry(String id, Feather icon, String label, ObservableIntegerValue badge, Supplier<Page> page) {}
