package io.landline.violations.cli;

/// Finds no `--INTERFACE` in Turkey.
final class FoldsByLocale {
    private FoldsByLocale() {}

    @SuppressWarnings("StringCaseLocaleUsage") // on purpose: the rule must see it
    static String option(String typed) {
        return typed.toLowerCase();
    }
}
