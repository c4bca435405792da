package io.landline.violations.cli.lab;

import io.landline.violations.cli.UsesItsLab;
import java.util.List;

/// The other half of a circle.
public record UsesItsParent(List<UsesItsLab> upwards, UsesItsLab first) {}
