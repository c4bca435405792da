package io.landline.peer;

/// The order of names as people count: `photo 2` before `photo 10`, whatever the case. Different names are never equal,
/// so a list may go on behind a name. Makes no objects: a large folder asks millions of times. Stateless.
public final class NaturalOrder {
    private NaturalOrder() {}

    public static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = digits(a, i);
            int endB = digits(b, j);
            int order = endA > i && endB > j
                    ? number(a, i, endA, b, j, endB)
                    : Character.compare(Character.toLowerCase(a.charAt(i)), Character.toLowerCase(b.charAt(j)));
            if (order != 0) return order;
            i = Math.max(endA, i + 1);
            j = Math.max(endB, j + 1);
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int digits(String name, int from) {
        int end = from;
        while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') end++;
        return end;
    }

    /// Numbers of any length: without noughts at their front the longer one is larger.
    private static int number(String a, int fromA, int endA, String b, int fromB, int endB) {
        int i = significant(a, fromA, endA);
        int j = significant(b, fromB, endB);
        int order = Integer.compare(endA - i, endB - j);
        while (order == 0 && i < endA) order = Character.compare(a.charAt(i++), b.charAt(j++));
        return order;
    }

    private static int significant(String number, int from, int end) {
        int start = from;
        while (start < end && number.charAt(start) == '0') start++;
        return start;
    }
}
