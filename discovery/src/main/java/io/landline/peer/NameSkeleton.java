package io.landline.peer;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What a name looks like: two names that a person could mistake for each other have equal skeletons (H42; a small form
/// of UTS 39 §4).
///
/// Compatibility forms are folded, marks and what has no width are taken away, letters of other alphabets become the
/// Latin ones that they look like, capital letters small ones. Too many names alike is the safe side: a person is then
/// told to look twice.
///
/// @param skeleton what is left, which is no name
public record NameSkeleton(String skeleton) {
    /// Pairs: a letter as it stands in a name, and the Latin one that it looks like. The look counts, so ν is v and Ν
    /// is N.
    private static final String CYRILLIC = "АAаaВBвbЕEеeЅSѕsІIіiЈJјjКKкkМMмmНHнhОOоoРPрpСCсcТTтtУYуyХXхxЗ3з3Ьb"
            + "ьbГrгrПnпnһhӏlӀlԁdԛqԜWԝwѵvѴVԚQЁEёe";
    private static final String GREEK = "ΑAαaΒBβbΕEεeΖZΗHηnΙIιiΚKκkΜMμuΝNνvΟOοoΡPρpΤTτtΥYυuΧXχxγyωwϲcϹCϳjσo";
    /// Letters of the Latin alphabet that no decomposition folds, and digits and bars that pass for letters.
    private static final String LATIN = "øoØOłlŁLđdĐDħhĦHŧtŦTıiȷjɑaɡgɩiʏyⅼl0o1l|lǀl！!";
    /// Its other letters: small capitals, and those with hooks and strokes.
    private static final String LATIN_FORMS = "ƅbƈcƒfƙkƞnƥpƭtƴyȥzɓbɖdɗdɠgɢgɨiɪiɫlɳnɴnɵoʀrʈtʋvʐzʙbʜhʟlᴀaᴄcᴅdᴇeᴊj"
            + "ᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢzꜰfꜱs";
    /// Alphabets of which many letters have the very shape of Latin ones, in fonts that systems bring.
    private static final String CHEROKEE = "ᎠDᎡRᎢTᎥiᎪAᎫJᎬEᎳWᎷMᎻHᎽYᏀGᏂhᏃZᏏbᏒRᏔWᏕSᏙVᏚSᏞLᏟCᏢPᏦKᏧdᏳGᏴBꭰDꭱRꭲTꭵiꭺA"
            + "ꭻJꭼEꮃWꮇMꮋHꮍYꮐGꮒhꮓZꮟbꮢRꮤWꮥSꮩVꮪSꮮLꮯCꮲPꮶKꮷd";
    private static final String LISU = "ꓐBꓑPꓒdꓓDꓔTꓖGꓗKꓙJꓚCꓜZꓝFꓟMꓠNꓡLꓢSꓣRꓦVꓧHꓪWꓫXꓬYꓮAꓰEꓲlꓳOꓴU";
    private static final String ARMENIAN = "ԼLՍUՏSՕOաwգqզqհhոnռnսuցgւiօo";
    private static final String COPTIC = "ⲂBⲌZⲎHⲒlⲔKⲘMⲚNⲞOⲟoⲢPⲣpⲤCⲥcⲦTⲨYⲬX";
    /// Deseret, Carian, Lycian and Old Italic.
    private static final String HISTORIC = "𐊂B𐊆E𐊇F𐊊l𐊐X𐊒O𐊕P𐊖S𐊗T𐊠A𐊡B𐊢C𐊥F𐊫O𐊰M𐊱T𐊲Y𐊴X𐋏H𐌂C𐌉l𐌑M𐌕T𐌗X"
            + "𐐄O𐐕C𐐛L𐐠S𐐬o𐐽c𐑈s";
    private static final Map<Integer, Integer> LATIN_FOR = table(
            CYRILLIC + GREEK + LATIN + LATIN_FORMS + CHEROKEE + LISU + ARMENIAN + COPTIC + HISTORIC);

    /// As lists of ours have the first digits of a fingerprint behind names that look alike: so these tell nobody apart
    /// in a name. As they look in a skeleton, where 0 is o and 1 is l.
    private static final Pattern DIGITS_BEHIND = Pattern.compile("(?<=.)(?: ?\\([a-fol2-9]{8}\\))+$");

    public static NameSkeleton of(PeerName name) {
        return of(name.value());
    }

    /// Of a name as it is shown, which may have been shortened.
    public static NameSkeleton of(String name) {
        var visible = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKD)
                .codePoints()
                .filter(NameSkeleton::isVisible)
                .forEach(c -> visible.appendCodePoint(latinFor(c)));
        // of some letters the table has the small one alone
        String folded = inLatin(visible.toString().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
        String blanks = folded.replaceAll("[\\s\\p{Z}]+", " ").strip();
        // I and l differ in few fonts, rn and m in none from afar
        String alike = blanks.replace('i', 'l').replace("rn", "m").replace("vv", "w");
        return new NameSkeleton(DIGITS_BEHIND.matcher(alike).replaceFirst(""));
    }

    private static boolean isVisible(int codePoint) {
        int category = Character.getType(codePoint);
        return switch (category) {
            case Character.FORMAT, Character.CONTROL, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK,
                    Character.UNASSIGNED -> false;
            default -> !InvisibleCharacters.contains(codePoint);
        };
    }

    private static String inLatin(String letters) {
        var latin = new StringBuilder();
        letters.codePoints().forEach(c -> latin.appendCodePoint(latinFor(c)));
        return latin.toString();
    }

    private static int latinFor(int codePoint) {
        return LATIN_FOR.getOrDefault(codePoint, codePoint);
    }

    private static Map<Integer, Integer> table(String pairs) {
        int[] letters = pairs.codePoints().toArray();
        var table = new HashMap<Integer, Integer>();
        for (int i = 0; i < letters.length; i += 2) table.put(letters[i], letters[i + 1]);
        return Map.copyOf(table);
    }
}
