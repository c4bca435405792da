/// The program's own log files, for people who look for a cause: bounded, one line a record.
@NullMarked
package io.landline.log;

import org.jspecify.annotations.NullMarked;
