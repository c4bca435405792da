/// `landline bench`: what it measures, printed as figures.
@NullMarked
package io.landline.cli.bench;

import org.jspecify.annotations.NullMarked;
