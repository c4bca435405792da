/// Two threads at once (S28).
@NullMarked
package io.landline.lab.threads;

import org.jspecify.annotations.NullMarked;
