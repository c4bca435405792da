package io.landline.node;

/// What a member tells of its attempt to connect to us.
public enum CallBack {
    CONNECTED,
    /// Our computer was reached, and nothing listens there.
    REFUSED,
    /// No answer in time, or there is no route to us.
    SILENT,
    /// We accept no connections, so there was nothing to try.
    NO_PORT,
    /// It answered, but called us less than a minute ago or is busy with others: it tried nothing.
    LATER,
    /// It does not know how to, or did not answer: nothing can be concluded.
    NONE
}
