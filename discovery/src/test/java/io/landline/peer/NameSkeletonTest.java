package io.landline.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSkeletonTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            Anna,   \u0410nna
            Anna,   Anna\u200B
            Anna,   A\u00ADn\u2060na
            Anna,   \u202EAnna
            Anna,   ANNA
            Anna,   Ａｎｎａ
            Anna,   𝐀𝐧𝐧𝐚
            Max,    \u041C\u0430\u0445
            Max,    \u039C\u03B1\u03C7
            Max,    Ma\u0301x
            Max,    M\u3164ax
            Paul,   Pau1
            Paul,   PauI
            Otto,   0tto
            Nora,   \u039Dora
            Eva,    E\u03BDa
            Maria,  Marıa
            Maria,  Mar\u0456a
            Arne,   Ame
            Zoé,    Zoe
            Strauß, STRAUSS
            Søren,  Soren
            Jo Ann, Jo\u00A0Ann
            Jo Ann, Jo\u3000Ann
            Нина,   НИНА
            Ada,    \u13AAda
            Sam,    \u13DAa\uAB87
            ADA,    \uA4EE\uA4D3\uA4EE
            Tom,    \uA4D4om
            Hugo,   \u0570\u057D\u0581\u0585
            Otto,   \u2C9Etto
            Anna,   \u1D00\u0274\u0274\u1D00
            Ben,    \u0253en
            Ben,    \u0181en
            Karl,   \u0198arl
            Carlo,  \uD801\uDC15arl\uD801\uDC2C
            Alba,   \uD800\uDEA0lba
            """)
    void h42_namesThatLookAlikeCompareEqual(String one, String other) {
        assertEquals(NameSkeleton.of(one), NameSkeleton.of(other));
    }

    /// Lists of ours have the first digits of a fingerprint behind such names.
    @ParameterizedTest
    @CsvSource({"Ben (3f12abcd)", "Ben(3F12ABCD)", "Ben (3f12\u0430bcd)", "Ben (00112233)",
            "Ben (3f12abcd) (3f12abcd)"})
    void h42_digitsInANameTellNobodyApart(String name) {
        assertEquals(NameSkeleton.of("Ben"), NameSkeleton.of(name));
    }

    @ParameterizedTest
    @CsvSource({"Anna, Hanna", "Max, Mia", "Paul, Paula", "Jo Ann, JoAnn", "Otto, Ott", "李, 王", "Ada, Ada 2", "🦊, 🐻",
            "Олег, Ольга", "\u13A3\u13B3\u13A9, \u13A3\u13B3\u13AB", "\u0531\u0576\u056B, \u0531\u0580\u0561"})
    void namesThatOneTellsApartDiffer(String one, String other) {
        assertNotEquals(NameSkeleton.of(one), NameSkeleton.of(other));
    }
}
