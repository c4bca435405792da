import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes what the launchers start Java with: `java` (one line: the executable of the JDK that this very program runs
/// on, which is the one that the build chose), `launch.args` (an argument file: JVM options, module path, main class),
/// and in `run` a jar of each of our modules: Java's AOT cache takes classes of jars only, and knows a jar by its size
/// and time, so one that holds the same is left alone. The jars that Maven makes are none such: each `mvn verify`
/// writes them anew, and Java would leave out the cache without a word.
///
/// Arguments: the folder to write to, module/class, module path, JVM options with blanks between. For the image, which
/// has the modules in its Java: `image`, the folder to write to, module/class, the folder of the jars, JVM options; and
/// before that, over the folder of the jars of which the image is made: `jars` and the folder.
class LaunchArguments {
    /// Of every entry, so that the same classes make the same jar.
    private static final long ENTRY_MILLIS = 1_767_225_600_000L;

    static void main(String[] args) throws Exception {
        if (args[0].equals("jars")) {
            jars(Path.of(args[1]));
        } else if (args[0].equals("image")) {
            image(Path.of(args[1]), args[2], Path.of(args[3]), args[4]);
        } else {
            checkout(Path.of(args[0]), args[1], args[2], args[3]);
        }
    }

    private static void checkout(Path folder, String program, String modules, String jvmOptions) throws Exception {
        Path jars = Files.createDirectories(folder.resolve("run"));
        var modulePath = new ArrayList<String>();
        for (String entry : modules.split(File.pathSeparator)) {
            Path classes = entry.endsWith(".jar") ? Path.of(entry).resolveSibling("classes") : Path.of(entry);
            modulePath.add(Files.isDirectory(classes)
                    ? jar(classes, jars).toString()
                    : isOld(entry) ? upgraded(Path.of(entry), jars).toString() : entry);
        }
        List<String> options = options(jvmOptions);
        for (String entry : modulePath) {
            if (entry.contains("sqlite-jdbc") && sqlite(Path.of(entry), jars)) {
                options.add("-Dorg.sqlite.lib.path=" + quoted(jars.toString()));
            }
        }
        options.addAll(List.of("-p", quoted(String.join(File.pathSeparator, modulePath)), "-m", program));
        write(folder.resolve("launch.args"), String.join("\n", options) + "\n");
        write(folder.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java") + "\n");
    }

    /// Where this is left out, the image's caches hold nothing of these jars, and nothing that mentions them.
    private static void jars(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path each : all.filter(file -> isOld(file.getFileName().toString())).toList()) upgraded(each, folder);
        }
    }

    private static boolean isOld(String jar) {
        return jar.contains("picocli");
    }

    /// An image may be moved: what has a path in it is added by its launcher.
    private static void image(Path folder, String program, Path jars, String jvmOptions) throws IOException {
        try (Stream<Path> all = Files.list(jars)) {
            for (Path each : all.toList()) {
                if (each.toString().contains("sqlite-jdbc")) sqlite(each, folder);
                if (each.toString().contains("javafx-graphics")) javafx(each, folder.resolveSibling("runtime/lib"));
            }
        }
        List<String> options = options(jvmOptions);
        options.addAll(List.of("-m", program));
        write(folder.resolve("launch.args"), String.join("\n", options) + "\n");
    }

    /// What both start with, a list that may be added to.
    private static List<String> options(String jvmOptions) {
        var options = new ArrayList<>(List.of(jvmOptions.split(" ")));
        // nodes that this one starts as processes get the same
        options.add("-Dlandline.jvm.options=" + quoted(jvmOptions));
        options.addAll(List.of("-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8"));
        return options;
    }

    /// `lab/target/classes` becomes `run/lab.jar`.
    private static Path jar(Path classes, Path folder) throws IOException {
        Path jar = folder.resolve(classes.getParent().getParent().getFileName() + ".jar");
        byte[] bytes = jarred(classes);
        if (!Files.exists(jar) || !Arrays.equals(Files.readAllBytes(jar), bytes)) write(jar, bytes);
        return jar;
    }

    private static byte[] jarred(Path classes) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var all = Files.walk(classes); var out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                byte[] content = Files.readAllBytes(file);
                var entry = new ZipEntry(classes.relativize(file).toString().replace(File.separatorChar, '/'));
                var crc = new CRC32();
                crc.update(content);
                entry.setCrc(crc.getValue());
                entry.setSize(content.length);
                entry.setTime(ENTRY_MILLIS);
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }

    /// The same jar with classes of a newer format: Java leaves those of the oldest ones out of its cache, and checks
    /// them slowly at each start.
    private static Path upgraded(Path jar, Path folder) throws IOException {
        Path kept = folder.resolve(jar.getFileName());
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipFile(jar.toFile());
                var out = new ZipOutputStream(bytes);
                var loader = new URLClassLoader(new URL[]{jar.toUri().toURL()})) {
            var format = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                    ClassFile.ClassHierarchyResolverOption
                            .of(ClassHierarchyResolver.ofResourceParsing(loader).cached()));
            for (ZipEntry each : in.stream().filter(entry -> !entry.isDirectory()).toList()) {
                byte[] content = in.getInputStream(each).readAllBytes();
                if (each.getName().endsWith(".class")) content = upgraded(format, content);
                var entry = new ZipEntry(each.getName());
                entry.setTime(ENTRY_MILLIS);
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        byte[] fresh = bytes.toByteArray();
        if (!Files.exists(kept) || !Arrays.equals(Files.readAllBytes(kept), fresh)) write(kept, fresh);
        return kept;
    }

    private static byte[] upgraded(ClassFile format, byte[] content) {
        ClassModel old = format.parse(content);
        if (old.majorVersion() >= ClassFile.JAVA_8_VERSION) return content;
        ClassTransform code = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL);
        var newer = ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0);
        return format.transformClass(old, code.andThen(
                (builder, element) -> builder.with(element instanceof ClassFileVersion ? newer : element)));
    }

    /// Puts the native library of SQLite into the folder, and tells whether there is one. Without it each start would
    /// write it anew, compare it byte by byte, and ask another program what system this is. Where it does not fit after
    /// all, all goes on as without it.
    private static boolean sqlite(Path jar, Path folder) throws IOException {
        String machine = switch (System.getProperty("os.arch")) {
            case "amd64" -> "x86_64";
            case String other -> other;
        };
        if (!System.getProperty("os.name").equals("Linux")) return false;
        try (var file = new ZipFile(jar.toFile())) {
            ZipEntry library = file.getEntry("org/sqlite/native/Linux/" + machine + "/libsqlitejdbc.so");
            if (library == null) return false;
            byte[] bytes = file.getInputStream(library).readAllBytes();
            Path kept = folder.resolve("libsqlitejdbc.so");
            if (!Files.exists(kept) || !Arrays.equals(Files.readAllBytes(kept), bytes)) write(kept, bytes);
        }
        return true;
    }

    /// Puts the toolkit's native libraries beside those of Java, where it looks first. It would unpack them into the
    /// user's home, and leave them there: on each computer that a stick with the program comes to.
    private static void javafx(Path jar, Path folder) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) return;
        try (var file = new ZipFile(jar.toFile())) {
            for (ZipEntry each : file.stream().filter(entry -> entry.getName().matches("lib[^/]+\\.so")).toList()) {
                write(folder.resolve(each.getName()), file.getInputStream(each).readAllBytes());
            }
        }
    }

    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /// Atomic, so that a launcher never reads half a file.
    private static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, bytes);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
