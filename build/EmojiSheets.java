import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/// Makes what the window needs to draw emoji and to find them by name: sheets of 8 by 8 pictures, the sequence of each
/// picture, and the names. Run by hand when Unicode has new emoji; what it makes is kept in the repository
/// (docs/adr/0035). Needs Gson on the class path.
///
/// Arguments: a folder with the unpacked npm packages `emoji-datasource-google`, `cldr-annotations-full` and
/// `cldr-annotations-derived-full`, each below its name; the folder `app/src/main/resources/io/landline/ui`.
class EmojiSheets {
    private static final int PICTURE_PX = 64;
    /// Around each picture of the source.
    private static final int EDGE_PX = 1;
    private static final int SHEET_SIDE = 8;
    private static final int SHEET_PICTURES = SHEET_SIDE * SHEET_SIDE;
    /// As Unicode orders them. What is of no group is drawn, but not offered.
    private static final List<String> GROUPS = List.of("Smileys & Emotion", "People & Body", "Animals & Nature",
            "Food & Drink", "Travel & Places", "Activities", "Objects", "Symbols", "Flags");
    /// They have no picture of their own: red, curly, white hair and none, each by a person who has it.
    private static final List<String> HAIR = List.of("1F9B0", "1F9B1", "1F9B3", "1F9B2");
    private static final String PERSON_WITH = "1F9D1-200D-";

    /// @param group -1 for none
    private record Emoji(String sequence, int group, int order, int x, int y) {
        String characters() {
            var characters = new StringBuilder();
            for (String point : sequence.split("-")) characters.appendCodePoint(Integer.parseInt(point, 16));
            return characters.toString();
        }
    }

    static void main(String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        Path source = Path.of(args[0]);
        Path target = Path.of(args[1]);
        List<Emoji> all = emoji(source.resolve("emoji-datasource-google/emoji.json"));
        sheets(all, source.resolve("emoji-datasource-google/img/google/sheets-256/64.png"), target.resolve("letters"));
        var lines = new ArrayList<String>();
        for (Emoji each : all) lines.add(each.sequence() + (each.group() < 0 ? "" : "\t" + each.group()));
        for (String hair : HAIR) lines.add(hair + "\t=" + PERSON_WITH + hair);
        write(target.resolve("text/emoji.tsv"), lines);
        for (String language : languages(target.resolve("emoji"))) {
            write(target.resolve("emoji/names_" + language + ".tsv"), names(all, source, language));
        }
    }

    /// Those that the window speaks: each has its words for the groups of emoji there.
    private static List<String> languages(Path texts) throws IOException {
        try (var files = Files.list(texts)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("messages_"))
                    .map(name -> name.substring("messages_".length(), name.indexOf('.')))
                    .sorted()
                    .toList();
        }
    }

    /// Those that are offered first, in Unicode's order, then the same in other tones of skin.
    private static List<Emoji> emoji(Path file) throws IOException {
        var plain = new ArrayList<Emoji>();
        var toned = new ArrayList<Emoji>();
        for (JsonElement element : JsonParser.parseString(Files.readString(file)).getAsJsonArray()) {
            JsonObject each = element.getAsJsonObject();
            int order = each.get("sort_order").getAsInt();
            int group = GROUPS.indexOf(each.get("category").getAsString());
            plain.add(emoji(each, group, order));
            if (!each.has("skin_variations")) continue;
            for (var tone : each.getAsJsonObject("skin_variations").asMap().values()) {
                toned.add(emoji(tone.getAsJsonObject(), -1, order));
            }
        }
        var byGroup = Comparator.comparingInt((Emoji each) -> each.group() < 0 ? GROUPS.size() : each.group());
        plain.sort(byGroup.thenComparingInt(Emoji::order));
        toned.sort(Comparator.comparingInt(Emoji::order));
        plain.addAll(toned);
        return plain;
    }

    private static Emoji emoji(JsonObject json, int group, int order) {
        return new Emoji(json.get("unified").getAsString(), group, order, json.get("sheet_x").getAsInt(),
                json.get("sheet_y").getAsInt());
    }

    private static void sheets(List<Emoji> all, Path source, Path folder) throws IOException {
        BufferedImage from = ImageIO.read(source.toFile());
        var colours = (IndexColorModel) from.getColorModel();
        Files.createDirectories(folder);
        for (int sheet = 0; sheet * SHEET_PICTURES < all.size(); sheet++) {
            int side = SHEET_SIDE * PICTURE_PX;
            var to = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_INDEXED, colours);
            for (int i = 0; i < SHEET_PICTURES; i++) {
                int number = sheet * SHEET_PICTURES + i;
                int x = i % SHEET_SIDE * PICTURE_PX;
                int y = i / SHEET_SIDE * PICTURE_PX;
                if (number < all.size()) copy(from, all.get(number), to, x, y);
            }
            ImageIO.write(to, "png", folder.resolve(String.format(Locale.ROOT, "emoji-%02d.png", sheet)).toFile());
        }
    }

    private static void copy(BufferedImage from, Emoji emoji, BufferedImage to, int x, int y) {
        int step = PICTURE_PX + 2 * EDGE_PX;
        int[] pixels = from.getRaster()
                .getPixels(emoji.x() * step + EDGE_PX, emoji.y() * step + EDGE_PX, PICTURE_PX, PICTURE_PX,
                        (int[]) null);
        to.getRaster().setPixels(x, y, PICTURE_PX, PICTURE_PX, pixels);
    }

    /// A line for each that is offered: name, and other words by which it is found.
    private static List<String> names(List<Emoji> all, Path source, String language) throws IOException {
        JsonObject plain = annotations(source.resolve("cldr-annotations-full/annotations"), "annotations", language);
        JsonObject derived = annotations(source.resolve("cldr-annotations-derived-full/annotationsDerived"),
                "annotationsDerived", language);
        var lines = new ArrayList<String>();
        for (Emoji each : all) {
            if (each.group() < 0) continue;
            String whole = each.characters();
            String bare = whole.replace("\uFE0F", "");
            JsonObject found = null;
            for (JsonObject names : List.of(plain, derived)) {
                for (String characters : List.of(whole, bare)) {
                    if (found == null) found = names.getAsJsonObject(characters);
                }
            }
            if (found == null) throw new IllegalArgumentException(each.sequence() + " has no name in " + language);
            String name = found.getAsJsonArray("tts").get(0).getAsString();
            var words = new LinkedHashSet<String>();
            if (found.has("default")) {
                for (JsonElement word : found.getAsJsonArray("default")) words.add(word.getAsString());
            }
            words.remove(name);
            lines.add(name + "\t" + String.join(" ", words));
        }
        return lines;
    }

    private static JsonObject annotations(Path folder, String kind, String language) throws IOException {
        String json = Files.readString(folder.resolve(language).resolve("annotations.json"));
        return JsonParser.parseString(json).getAsJsonObject().getAsJsonObject(kind).getAsJsonObject("annotations");
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }
}
