package io.landline.attack;

/// One way to cost the victim more than it may cost. Runs in the attacker's process until that is interrupted or
/// ended.
@FunctionalInterface
interface Attack {
    /// @param begun to be called when it is in full swing
    void run(Target target, Runnable begun) throws Exception;
}
