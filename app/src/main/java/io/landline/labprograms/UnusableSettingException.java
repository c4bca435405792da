package io.landline.labprograms;

import io.landline.lab.LabException;

/// What a setting names cannot be used, such as a file of words that is no text: for the user to mend, before anything
/// starts.
public final class UnusableSettingException extends LabException {
    private static final long serialVersionUID = 1;

    UnusableSettingException(LabException cause) { super(cause, cause.said()); }
}
