package io.landline.ui.shell;

import io.landline.language.Texts;
import io.landline.system.OperatingSystem;
import io.landline.ui.page.Shortcut;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;

/// Keys as they stand on the keyboard of this system. Immutable; any thread.
///
/// @param mac whether the keys of macOS are meant
/// @param enterBreaks whether Enter begins a new line and Shift+Enter sends
record ShortcutFormatter(Texts texts, boolean mac, boolean enterBreaks) {
    static ShortcutFormatter ofSystem(Texts texts, boolean enterBreaks) {
        return new ShortcutFormatter(texts, OperatingSystem.here() == OperatingSystem.MACOS, enterBreaks);
    }

    String name(Shortcut shortcut) {
        return texts.get("shortcut." + shortcut.name());
    }

    /// Each way to press it, key by key. Keys that read alike stand once.
    List<List<String>> keys(Shortcut shortcut) {
        var ways = new LinkedHashSet<List<String>>();
        for (KeyCodeCombination each : shortcut.keys(enterBreaks)) ways.add(of(each));
        return List.copyOf(ways);
    }

    /// `Ctrl+Shift+F or F1`.
    String spoken(Shortcut shortcut) {
        return String.join(texts.get("or"), keys(shortcut).stream().map(way -> String.join("+", way)).toList());
    }

    List<String> of(KeyCodeCombination keys) {
        var pressed = new ArrayList<String>();
        if (keys.getControl() == ModifierValue.DOWN) pressed.add(mac ? "⌃" : texts.get("key.ctrl"));
        if (keys.getShortcut() == ModifierValue.DOWN && !mac) pressed.add(texts.get("key.ctrl"));
        if (keys.getAlt() == ModifierValue.DOWN) pressed.add(mac ? "⌥" : texts.get("key.alt"));
        if (keys.getShift() == ModifierValue.DOWN) pressed.add(mac ? "⇧" : texts.get("key.shift"));
        if (keys.getShortcut() == ModifierValue.DOWN && mac) pressed.add("⌘");
        pressed.add(of(keys.getCode()));
        return pressed;
    }

    private String of(KeyCode code) {
        return switch (code) {
            case LEFT -> "←";
            case RIGHT -> "→";
            case UP -> "↑";
            case DOWN -> "↓";
            case PLUS, EQUALS, ADD -> "+";
            case MINUS, SUBTRACT -> "−";
            case SLASH, DIVIDE -> "/";
            case NUMPAD0 -> KeyCode.DIGIT0.getName();
            case ENTER -> mac ? "↩" : texts.get("key.enter");
            case ESCAPE -> mac ? "⎋" : texts.get("key.escape");
            case SPACE -> texts.get("key.space");
            case TAB -> mac ? "⇥" : texts.get("key.tab");
            case CONTEXT_MENU -> texts.get("key.menu");
            case END -> mac ? "↘" : texts.get("key.end");
            default -> code.getName().toUpperCase(Locale.ROOT);
        };
    }
}
