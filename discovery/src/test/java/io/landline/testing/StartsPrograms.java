package io.landline.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/// A class of tests that start programs or make networks. They mostly wait, and what they start needs a processor in
/// time. So the build of `app` runs these classes after all others, beside each other in one JVM, while the others
/// share two JVMs. A class of this kind uses nothing that the whole JVM shares, such as the toolkit.
///
/// The bound of each test is against one that hangs: on a machine with other work, a program may take twenty times as
/// long.
@Tag("programs")
@ExtendWith(QuickStarts.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StartsPrograms {
}
