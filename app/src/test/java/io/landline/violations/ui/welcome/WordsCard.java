package io.landline.violations.ui.welcome;

public final class WordsCard {}
