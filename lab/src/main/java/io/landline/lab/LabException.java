package io.landline.lab;

import java.io.IOException;

/// Ends an experiment with a sentence for a person: what happened, and what to look at. Programs exit with 1.
public final class LabException extends IOException {
    private static final long serialVersionUID = 1;

    public LabException(String sentence) { super(sentence); }

    public LabException(String sentence, Throwable cause) { super(sentence, cause); }
}
