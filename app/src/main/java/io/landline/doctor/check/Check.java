package io.landline.doctor.check;

import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import java.util.List;
import java.util.Set;

/// Looks at one thing. Concludes from evidence alone: without any, it says `unknown`.
public interface Check {
    /// What it tells of; each of them is `unknown` where it does not end in time.
    Set<FindingCode> codes();

    /// Looks, for as long as that takes; interrupted at the doctor's deadline.
    List<Finding> run() throws InterruptedException;
}
