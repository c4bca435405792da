package io.landline.peer;

/// Which way something went: to this node or from it.
public enum Direction { IN, OUT }
