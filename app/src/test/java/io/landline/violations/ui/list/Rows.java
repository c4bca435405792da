package io.landline.violations.ui.list;

/// What a window shows.
public final class Rows {}
