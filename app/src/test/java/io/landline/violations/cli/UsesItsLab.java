package io.landline.violations.cli;

import io.landline.violations.cli.lab.UsesItsParent;

/// Uses a sub-package that uses it.
public record UsesItsLab(UsesItsParent downwards) {}
