package io.landline.language;

import java.text.ChoiceFormat;
import java.text.FieldPosition;
import java.text.Format;
import java.text.MessageFormat;
import java.util.Locale;

/// A sentence of a bundle, with places `{0}`, `{1,number}`, `{2,choice,1#…|1<…}` (see [MessageFormat]). In Arabic a
/// choice has up to six forms, and which one is said follows from the last two digits. So there a choice does not see
/// the number itself, but the first number of its form: 0, 1, 2, 3 for few, 11 for many, and 100 for all others.
/// Stateless; any thread.
public final class SentencePattern {
    private static final String ARABIC = "ar";
    /// From 3 on the plural forms repeat after this many numbers (CLDR, plural rules of Arabic).
    private static final int PERIOD = 100;
    private static final int FEW = 3;
    private static final int MANY = 11;

    private SentencePattern() {}

    /// What stands in an argument is never read as a pattern. A choice within a choice sees the number itself.
    public static String fill(String pattern, Locale locale, Object... arguments) {
        var sentence = new MessageFormat(pattern, locale);
        if (locale.getLanguage().equals(ARABIC)) chooseByForm(sentence);
        return sentence.format(arguments);
    }

    private static void chooseByForm(MessageFormat sentence) {
        Format[] formats = sentence.getFormats();
        for (int i = 0; i < formats.length; i++) {
            if (formats[i] instanceof ChoiceFormat choice) sentence.setFormat(i, new ByForm(choice));
        }
    }

    /// The first number of the form that this number has.
    private static double form(double number) {
        if (number >= 0 && number < FEW && number == Math.rint(number)) return number;
        double last = number % PERIOD;
        if (last != Math.rint(last) || last < FEW) return PERIOD;
        return last < MANY ? FEW : MANY;
    }

    /// [MessageFormat] fills the places within what is chosen only where the format is a [ChoiceFormat].
    private static final class ByForm extends ChoiceFormat {
        private static final long serialVersionUID = 1L;

        ByForm(ChoiceFormat choice) { super(choice.getLimits(), texts(choice)); }

        private static String[] texts(ChoiceFormat choice) {
            Object[] texts = choice.getFormats();
            var copy = new String[texts.length];
            for (int i = 0; i < texts.length; i++) copy[i] = String.valueOf(texts[i]);
            return copy;
        }

        @Override
        public StringBuffer format(double number, StringBuffer out, FieldPosition place) {
            return super.format(form(number), out, place);
        }

        @Override
        public StringBuffer format(long number, StringBuffer out, FieldPosition place) {
            return super.format(form(number), out, place);
        }
    }
}
