package io.landline.app;

/// Where the program begins.
public final class Main {
    private Main() {}

    static void main(String[] args) {
        System.out.println("Landline");
    }
}
